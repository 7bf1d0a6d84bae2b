// Keeps a second run out of a run directory.
#pragma once

#include <filesystem>
#include <memory>

#include "output/file_lock.hpp"

namespace jtsim::output {

/// Name of the file that is locked; it names the process that holds it and goes with the lock.
inline constexpr const char* lock_file_name = "run.lock";

/// Holds a directory for one process as long as it lives. What a killed process leaves behind locks
/// nobody out.
class DirectoryLock {
 public:
  /// Throws InputError naming the holder if another run has the directory, StorageError if the file
  /// cannot be made.
  explicit DirectoryLock(const std::filesystem::path& directory);

 private:
  std::unique_ptr<FileLock> lock_;
};

}  // namespace jtsim::output
