// The system calls behind files that exist whole or not at all.
#include "output/durable_file.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

constexpr mode_t file_permissions = 0666;

/// An open file descriptor.
class Descriptor {
 public:
  Descriptor(const std::filesystem::path& path, int flags)
      : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, file_permissions)) {
    if (number_ < 0) throw StorageError("open", path, 0, errno);
  }
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;

  void write(std::string_view text) {
    for (std::string_view rest = text; !rest.empty();) {
      const ssize_t done = ::write(number_, rest.data(), rest.size());
      if (done < 0 && errno != EINTR) throw StorageError("write", path_, text.size(), errno);
      if (done > 0) rest.remove_prefix(static_cast<std::size_t>(done));
    }
  }
  void sync() {
    // Some file systems cannot sync a folder and say so with EINVAL.
    if (::fsync(number_) != 0 && errno != EINVAL) fail("sync");
  }
  void close() {
    if (::close(std::exchange(number_, -1)) != 0) fail("close");
  }

 private:
  [[noreturn]] void fail(std::string_view action) {
    const int reason = errno;
    std::error_code ignored;
    const auto bytes = std::filesystem::file_size(path_, ignored);
    throw StorageError(action, path_, ignored ? 0 : bytes, reason);
  }

  std::filesystem::path path_;
  int number_;
};

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

}  // namespace

std::filesystem::path part_of(const std::filesystem::path& path) {
  std::filesystem::path part = path;
  part += ".part";
  return part;
}

void write_durably(const std::filesystem::path& path, std::string_view text) {
  try {
    Descriptor file(part_of(path), O_WRONLY | O_CREAT | O_TRUNC);
    file.write(text);
    file.close();
    publish_part(path);
  } catch (...) {
    remove_part(path);
    throw;
  }
}

void publish_part(const std::filesystem::path& path) {
  const std::filesystem::path part = part_of(path);
  Descriptor file(part, O_RDONLY);
  file.sync();
  file.close();
  if (::rename(part.c_str(), path.c_str()) != 0) {
    throw StorageError("give its final name to", part, 0, errno);
  }
  Descriptor(folder_of(path), O_RDONLY | O_DIRECTORY).sync();
}

void remove_part(const std::filesystem::path& path) noexcept {
  std::error_code ignored;
  std::filesystem::remove(part_of(path), ignored);
}

}  // namespace jtsim::output
