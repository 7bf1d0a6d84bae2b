// Finds out what a directory holds, and opens the run in it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "configs/scenario.hpp"
#include "output/report/run_content.hpp"

namespace jtsim::app {

/// What `jtsim run`, `jtsim compare` or `jtsim sweep` left.
enum class Stored : std::uint8_t { run, comparison, sweep };

/// The directory of results; `path` may also name a results.h5 or the merged file of a sweep in it.
std::filesystem::path directory_of_results(const std::filesystem::path& path);

/// What there is at a path. Throws InputError where there is nothing.
Stored stored_at(const std::filesystem::path& path);

/// A run read back, with the scenario it was computed from.
class OpenRun {
 public:
  /// Throws InputError if the run is not what it should be, StorageError.
  explicit OpenRun(std::filesystem::path directory);
  OpenRun(const OpenRun&) = delete;
  OpenRun& operator=(const OpenRun&) = delete;

  /// Lives no longer than this.
  output::ReportedRun reported() const { return {directory_, stored_, scenario_, layout_}; }

 private:
  std::filesystem::path directory_;
  output::StoredRun stored_;
  configs::Scenario scenario_;
  output::Layout layout_;
};

/// The directory of a run that a comparison names: relative names hold where it was made, or the
/// run lies beside the comparison. Empty where it is not found.
std::filesystem::path found_run(const std::filesystem::path& named,
                                const std::filesystem::path& comparison);

}  // namespace jtsim::app
