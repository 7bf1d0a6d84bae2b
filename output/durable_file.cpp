// Writing, syncing and renaming.
#include "output/durable_file.hpp"

#include <cerrno>
#include <cstdio>

#include <fcntl.h>

#include "base/error.hpp"
#include "output/descriptor.hpp"

namespace jtsim::output {

namespace {

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

std::filesystem::path part_of(const std::filesystem::path& path) {
  std::filesystem::path part = path;
  part += ".part";
  return part;
}

void write_part(const std::filesystem::path& path, std::string_view text) {
  try {
    Descriptor file(part_of(path), O_WRONLY | O_CREAT | O_TRUNC);
    file.write(text);
    file.close();
  } catch (...) {
    remove_part(path);
    throw;
  }
}

void publish_parts(std::span<const std::filesystem::path> paths) {
  for (const std::filesystem::path& path : paths) {
    Descriptor file(part_of(path), O_RDONLY);
    file.sync();
    file.close();
  }
  for (const std::filesystem::path& path : paths) {
    const std::filesystem::path part = part_of(path);
    if (std::rename(part.c_str(), path.c_str()) != 0)
      throw StorageError(tr("give its final name to"), part, 0, errno);
  }
  if (!paths.empty()) Descriptor(folder_of(paths.front()), O_RDONLY | O_DIRECTORY).sync();
}

void remove_part(const std::filesystem::path& path) noexcept {
  std::error_code ignored;
  std::filesystem::remove(part_of(path), ignored);
}

void write_durably(const std::filesystem::path& path, std::string_view text) {
  write_part(path, text);
  try {
    publish_parts({&path, 1});
  } catch (...) {
    remove_part(path);
    throw;
  }
}

void write_directly(const std::filesystem::path& path, std::string_view text) {
  Descriptor file(path, O_WRONLY | O_APPEND);
  file.write(text);
  file.close();
}

}  // namespace jtsim::output
