// A lock on a file that is there only while it is locked.
#include "output/directory_lock.hpp"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

std::string this_process() {
  utsname name{};
  const std::string host = uname(&name) == 0 ? name.nodename : "unknown host";
  return fmt::format("process {} on {}", getpid(), host);
}

Sentence holder_in(int file) {
  std::array<char, 256> text{};
  const ssize_t length = pread(file, text.data(), text.size(), 0);
  if (length <= 0) return tr("a process that does not say its name");
  return Sentence::verbatim({text.data(), static_cast<std::size_t>(length)});
}

[[noreturn]] void refuse(const std::filesystem::path& path, const Sentence& holder) {
  Problem problem;
  problem.place.file = path.parent_path().string();
  problem.what = {tr("another run is being written to this directory ({})"), holder};
  problem.allowed = tr("wait for it, or choose another one with -o");
  throw InputError(std::move(problem));
}

/// False if somebody else holds the lock.
bool lock(int file) {
  while (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return false;
    // What cannot lock at all must not keep anybody from working.
    if (errno != EINTR) return true;
  }
  return true;
}

/// Whether the locked file is still the one of this name: its last holder removed it at the end.
bool is_current(int file, const std::filesystem::path& path) {
  struct stat here {};
  struct stat named {};
  return fstat(file, &here) == 0 && stat(path.c_str(), &named) == 0 &&
         here.st_ino == named.st_ino && here.st_dev == named.st_dev;
}

Descriptor locked(const std::filesystem::path& path) {
  while (true) {
    Descriptor file(path, O_RDWR | O_CREAT);
    if (!lock(file.number())) refuse(path, holder_in(file.number()));
    if (is_current(file.number(), path)) return file;
  }
}

}  // namespace

DirectoryLock::DirectoryLock(const std::filesystem::path& directory)
    : path_(directory / lock_file_name), file_(locked(path_)) {
  // Only tells people who it is: a full disk is told when results are written.
  const std::string text = this_process();
  if (ftruncate(file_.number(), 0) != 0 ||
      pwrite(file_.number(), text.data(), text.size(), 0) < 0) {
    return;
  }
}

DirectoryLock::~DirectoryLock() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

}  // namespace jtsim::output
