// flock(2), and the file's text where that is not to be had.
#include "output/file_lock.hpp"

#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <thread>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

// Who only looks whether a lock is held holds it for a moment.
constexpr int most_looks = 5;
constexpr std::chrono::milliseconds between_looks{20};

enum class Answer : std::uint8_t { locked, held, cannot_lock };

Answer try_lock(int file) {
  while (flock(file, LOCK_EX | LOCK_NB) != 0) {
    if (errno == EWOULDBLOCK) return Answer::held;
    if (errno != EINTR) return Answer::cannot_lock;
  }
  return Answer::locked;
}

std::optional<Holder> named_in(int file) {
  std::array<char, 256> text{};
  const ssize_t length = pread(file, text.data(), text.size() - 1, 0);
  if (length <= 0) return std::nullopt;
  Holder holder;
  std::array<char, 128> host{};
  long long process = 0;
  unsigned long long signs = 0;
  if (std::sscanf(text.data(), "process %lld on %127s sign of life %llu", &process, host.data(),
                  &signs) < 2) {
    return std::nullopt;
  }
  return Holder{process, host.data(), signs};
}

std::string named_or_not(const std::optional<Holder>& holder) {
  return holder ? to_text(*holder) : "a process that does not say its name";
}

// On this host, apart from this very process.
bool is_alive_here(const Holder& holder) {
  const Holder self = this_process();
  if (holder.host != self.host || holder.process == self.process) return false;
  return kill(static_cast<pid_t>(holder.process), 0) == 0 || errno == EPERM;
}

/// Whether the locked file is still the one of this name: its last holder removed it at the end.
bool is_current(int file, const std::filesystem::path& path) {
  struct stat here {};
  struct stat named {};
  return fstat(file, &here) == 0 && stat(path.c_str(), &named) == 0 &&
         here.st_ino == named.st_ino && here.st_dev == named.st_dev;
}

Descriptor locked(const std::filesystem::path& path) {
  for (int looks = 1;;) {
    Descriptor file(path, O_RDWR | O_CREAT);
    const Answer answer = try_lock(file.number());
    const std::optional<Holder> named = named_in(file.number());
    const bool is_held =
        answer == Answer::held || (answer == Answer::cannot_lock && named && is_alive_here(*named));
    if (is_held && looks++ == most_looks) throw LockHeld(named_or_not(named));
    if (is_held) std::this_thread::sleep_for(between_looks);
    if (!is_held && is_current(file.number(), path)) return file;
  }
}

}  // namespace

std::string to_text(const Holder& holder) {
  return fmt::format("process {} on {}", holder.process, holder.host);
}

Holder this_process() {
  utsname name{};
  return {getpid(), uname(&name) == 0 ? name.nodename : "unknown_host", 0};
}

FileLock::FileLock(std::filesystem::path path)
    : path_(std::move(path)),
      file_(locked(path_)),
      left_by_(named_in(file_.number())),
      holder_(this_process()) {
  write_holder();
}

FileLock::~FileLock() {
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void FileLock::beat() {
  ++holder_.signs_of_life;
  write_holder();
}

// Only tells people who it is: a full disk is told when results are written.
void FileLock::write_holder() {
  const std::string text =
      fmt::format("{} sign of life {}\n", to_text(holder_), holder_.signs_of_life);
  if (pwrite(file_.number(), text.data(), text.size(), 0) < 0) return;
  if (ftruncate(file_.number(), static_cast<off_t>(text.size())) != 0) return;
}

std::optional<std::string> holder_of(const std::filesystem::path& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return std::nullopt;
  const Answer answer = try_lock(number);
  const std::optional<Holder> named = named_in(number);
  ::close(number);
  if (answer == Answer::held) return named_or_not(named);
  if (answer == Answer::cannot_lock && named && is_alive_here(*named)) return to_text(*named);
  return std::nullopt;
}

std::optional<Holder> holder_named_in(const std::filesystem::path& path) {
  const int number = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) return std::nullopt;
  const std::optional<Holder> named = named_in(number);
  ::close(number);
  return named;
}

}  // namespace jtsim::output
