// Mounts a tmpfs in a mount namespace of a child process.
#include "tests/output/small_disk.hpp"

#include <array>
#include <exception>

#include <fcntl.h>
#include <sched.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/output/fake_results.hpp"

namespace {

constexpr int not_permitted = 77;

bool write_file(const char* path, const std::string& text) {
  const int file = ::open(path, O_WRONLY | O_CLOEXEC);
  if (file < 0) return false;
  const bool done = ::write(file, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::close(file);
  return done;
}

/// A mount namespace of this process alone, where it may mount. A user without rights becomes root
/// of a user namespace; unless the user is mapped there, no file can be made.
bool enter_own_namespace() {
  if (::unshare(CLONE_NEWNS) == 0) return true;
  const std::string user = std::to_string(::getuid());
  const std::string group = std::to_string(::getgid());
  return ::unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0 &&
         write_file("/proc/self/setgroups", "deny") &&
         write_file("/proc/self/uid_map", "0 " + user + " 1") &&
         write_file("/proc/self/gid_map", "0 " + group + " 1");
}

bool mount_small(const std::filesystem::path& folder, std::size_t bytes) {
  if (!enter_own_namespace()) return false;
  // Without this the mount would show in the parent's namespace too.
  if (::mount("none", "/", nullptr, MS_REC | MS_PRIVATE, nullptr) != 0) return false;
  const std::string size = "size=" + std::to_string(bytes);
  return ::mount("tmpfs", folder.c_str(), "tmpfs", 0, size.c_str()) == 0;
}

[[noreturn]] void run_child(int answer, const std::function<std::string()>& act) {
  std::string text;
  try {
    text = act();
  } catch (const std::exception& error) {
    text = std::string("unexpected: ") + error.what();
  }
  const bool told = ::write(answer, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  ::_exit(told ? 0 : 1);
}

}  // namespace

std::optional<std::string> on_small_disk(
    std::size_t bytes, const std::function<std::string(const std::filesystem::path&)>& act) {
  const TemporaryFolder folder;
  std::array<int, 2> ends{};
  if (::pipe(ends.data()) != 0) return std::nullopt;
  const pid_t child = ::fork();
  if (child == 0) {
    if (!mount_small(folder.path(), bytes)) ::_exit(not_permitted);
    run_child(ends[1], [&] { return act(folder.path()); });
  }
  ::close(ends[1]);
  std::string text;
  std::array<char, 4096> piece{};
  for (ssize_t got = 0; (got = ::read(ends[0], piece.data(), piece.size())) > 0;) {
    text.append(piece.data(), static_cast<std::size_t>(got));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(child, &status, 0);
  if (WIFEXITED(status) && WEXITSTATUS(status) == not_permitted) return std::nullopt;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) return "the child process died";
  return text;
}
