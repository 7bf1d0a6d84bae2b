// A lock on a file that says who holds it and is there only while it is held.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stdexcept>
#include <string>

#include "output/descriptor.hpp"

namespace jtsim::output {

/// A process as lock files name it.
struct Holder {
  std::int64_t process = 0;
  std::string host;
  /// Counted up by a living holder.
  std::uint64_t signs_of_life = 0;

  bool operator==(const Holder&) const = default;
};

/// "process 4711 on node3".
std::string to_text(const Holder& holder);
Holder this_process();

/// Somebody else holds the lock.
class LockHeld : public std::runtime_error {
 public:
  explicit LockHeld(const std::string& holder) : std::runtime_error(holder) {}
};

/// Holds a file for one process as long as it lives. What a killed process leaves behind is known
/// to be stale: the system gave its lock back. On file systems without locks the process that the
/// file names is looked for on this host.
class FileLock {
 public:
  /// Throws LockHeld naming the holder, StorageError if the file cannot be made.
  explicit FileLock(std::filesystem::path path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

  /// Who left the file behind without letting go, if anybody did.
  const std::optional<Holder>& left_by() const { return left_by_; }
  /// Shows that the holder lives.
  void beat();

 private:
  void write_holder();

  std::filesystem::path path_;
  Descriptor file_;
  std::optional<Holder> left_by_;
  Holder holder_;
};

/// The living holder of a lock file, if there is one.
std::optional<std::string> holder_of(const std::filesystem::path& path);

/// What a lock file says, whether or not it is held; nothing if it is not there or says nothing.
std::optional<Holder> holder_named_in(const std::filesystem::path& path);

}  // namespace jtsim::output
