// Where an analysis reads the outcomes of runs from: the parts of a sweep, or its merged file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "src/sweep/plan.hpp"
#include "src/sweep/run_reader.hpp"

namespace jtsim::app {

/// Outcomes of the runs of a plan, for one thread. Its functions throw InputError for damaged
/// files.
struct RunSource {
  /// Of all outcomes that are kept.
  std::vector<std::string> names;
  /// Of `count` runs from `first` on, none beyond the plan: run by run, by `names`; NaN where a run
  /// has none.
  std::function<std::vector<double>(std::uint64_t first, std::uint64_t count)> outcomes;
  /// Done runs include failed ones.
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
};

/// `reader` outlives the source.
RunSource source_of(RunReader& reader);

/// Whether a path is the merged file of a sweep by its name: a file, and not that of a run.
bool is_merged_sweep(const std::filesystem::path& path);

/// A sweep's directory or its merged file, whichever lies there.
class SweepPlace {
 public:
  explicit SweepPlace(std::filesystem::path path)
      : path_(std::move(path)), is_merged_(is_merged_sweep(path_)) {}

  const std::filesystem::path& path() const { return path_; }
  bool is_merged() const { return is_merged_; }

  /// Throws InputError if there is no sweep or it is damaged.
  SweepPlan plan() const;
  /// Calls `use(source)`; of a directory the finished runs count, whether all are done or not.
  /// Throws InputError where a part is damaged or the merged file keeps no single runs.
  void with_runs(const SweepPlan& plan, const std::function<void(const RunSource&)>& use) const;

 private:
  std::filesystem::path path_;
  bool is_merged_;
};

}  // namespace jtsim::app
