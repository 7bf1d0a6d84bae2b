// Files that exist whole or not at all: written under a temporary name, synced, then renamed.
#pragma once

#include <filesystem>
#include <string_view>

namespace jtsim::output {

/// The name under which a file lies until it is complete: `<path>.part`.
std::filesystem::path part_of(const std::filesystem::path& path);

/// Writes a text file. Throws StorageError, and then leaves no temporary file.
void write_durably(const std::filesystem::path& path, std::string_view text);

/// Brings a complete `<path>.part` to disk and gives it its final name. Throws StorageError.
void publish_part(const std::filesystem::path& path);

/// Removes `<path>.part` if it is there; never throws.
void remove_part(const std::filesystem::path& path) noexcept;

}  // namespace jtsim::output
