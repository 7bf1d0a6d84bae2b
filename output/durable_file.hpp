// Files that exist whole or not at all: written under a temporary name, synced, then renamed.
#pragma once

#include <filesystem>
#include <span>
#include <string_view>

namespace jtsim::output {

/// The name under which a file lies until it is complete: `<path>.part`.
std::filesystem::path part_of(const std::filesystem::path& path);

/// Writes a text to `<path>.part`. Throws StorageError, and then leaves no temporary file.
void write_part(const std::filesystem::path& path, std::string_view text);

/// Brings every `<path>.part` to disk, then gives all of them their final names: what fails before
/// the first renaming leaves the files of those names as they were. All lie in one folder. Throws
/// StorageError.
void publish_parts(std::span<const std::filesystem::path> paths);

/// Removes `<path>.part` if it is there; never throws.
void remove_part(const std::filesystem::path& path) noexcept;

/// Writes a text file as a whole. Throws StorageError, and then leaves no temporary file.
void write_durably(const std::filesystem::path& path, std::string_view text);

/// Writes a text to what is no regular file (a pipe, a terminal): nothing is replaced or cut.
/// Throws StorageError.
void write_directly(const std::filesystem::path& path, std::string_view text);

}  // namespace jtsim::output
