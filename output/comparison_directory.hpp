// The directory of one comparison: its files, and whether it may be written.
#pragma once

#include <filesystem>
#include <string_view>

#include "output/directory_lock.hpp"
#include "output/run_directory.hpp"

namespace jtsim::output {

/// Held by this comparison alone as long as it lives. Its files, comparison.h5 and comparison.json,
/// lie under temporary names until both are complete, so that a failure leaves earlier ones as they
/// were. They may lie beside those of a run.
class ComparisonDirectory {
 public:
  /// Creates the directory if need be. Throws InputError if a run or comparison is being written to
  /// it, or if it holds a comparison and `existing` is `refuse`; StorageError if it cannot be
  /// created or written to.
  ComparisonDirectory(const std::filesystem::path& path, Existing existing);
  ~ComparisonDirectory();
  ComparisonDirectory(const ComparisonDirectory&) = delete;
  ComparisonDirectory& operator=(const ComparisonDirectory&) = delete;

  /// Final name of comparison.h5; it is to be written under `part_of` this.
  std::filesystem::path arrays() const;

  /// Writes comparison.json and gives both files their final names. Throws StorageError.
  void publish(std::string_view json) const;

 private:
  std::filesystem::path path_;
  DirectoryLock lock_;
};

}  // namespace jtsim::output
