// The system calls on an open file.
#include "output/descriptor.hpp"

#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

constexpr mode_t file_permissions = 0666;
constexpr int closed = -1;

}  // namespace

Descriptor::Descriptor(const std::filesystem::path& path, int flags)
    : path_(path), number_(::open(path.c_str(), flags | O_CLOEXEC, file_permissions)) {
  if (number_ < 0) throw StorageError(tr("file", "open"), path, 0, errno);
}

Descriptor::~Descriptor() {
  if (number_ != closed) ::close(number_);
}

Descriptor::Descriptor(Descriptor&& other) noexcept
    : path_(std::move(other.path_)), number_(std::exchange(other.number_, closed)) {}

void Descriptor::write(std::string_view text) {
  for (std::string_view rest = text; !rest.empty();) {
    const ssize_t done = ::write(number_, rest.data(), rest.size());
    if (done < 0 && errno != EINTR) throw StorageError(tr("write"), path_, text.size(), errno);
    if (done > 0) rest.remove_prefix(static_cast<std::size_t>(done));
  }
}

void Descriptor::sync() {
  // Some file systems cannot sync a folder and say so with EINVAL.
  if (::fsync(number_) != 0 && errno != EINVAL) fail(tr("sync"));
}

void Descriptor::close() {
  if (::close(std::exchange(number_, closed)) != 0) fail(tr("close"));
}

void Descriptor::fail(const Label& action) const {
  const int reason = errno;
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(path_, ignored);
  throw StorageError(action, path_, ignored ? 0 : bytes, reason);
}

}  // namespace jtsim::output
