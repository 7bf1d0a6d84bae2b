// Where an analysis reads the outcomes of runs from: the parts of a sweep, or its merged file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "src/sweep/plan.hpp"
#include "src/sweep/run_reader.hpp"
#include "src/sweep/sweep_directory.hpp"

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

/// Calls `use(source)` with the parts of a directory. Throws InputError where a part is damaged.
void with_parts(const SweepDirectory& directory, const SweepPlan& plan,
                const std::function<void(const RunSource&)>& use);

/// Calls `use(source)` with a merged file. Throws InputError if the file keeps no single runs.
void with_merged_file(const std::filesystem::path& file, const SweepPlan& plan,
                      const std::function<void(const RunSource&)>& use);

}  // namespace jtsim::app
