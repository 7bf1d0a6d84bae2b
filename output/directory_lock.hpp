// Keeps a second run out of a run directory.
#pragma once

#include <filesystem>

#include "output/descriptor.hpp"

namespace jtsim::output {

/// Name of the file that is locked; it names the process that holds it and goes with the lock.
inline constexpr const char* lock_file_name = "run.lock";

/// Holds a directory for one process as long as it lives. What a killed process leaves behind locks
/// nobody out. On file systems without locks it holds nothing.
class DirectoryLock {
 public:
  /// Throws InputError naming the holder if another run has the directory, StorageError if the file
  /// cannot be made.
  explicit DirectoryLock(const std::filesystem::path& directory);
  ~DirectoryLock();
  DirectoryLock(const DirectoryLock&) = delete;
  DirectoryLock& operator=(const DirectoryLock&) = delete;

 private:
  std::filesystem::path path_;
  Descriptor file_;
};

}  // namespace jtsim::output
