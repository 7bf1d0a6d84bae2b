// Reads back from the merged file of a sweep what is needed to compute a run again, and one run.
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

#include "configs/file_source.hpp"
#include "output/sweep_file.hpp"

namespace jtsim::output {

/// What a merged file holds of one run.
struct StoredSweepRun {
  std::vector<std::string> outcome_names;
  std::vector<double> outcomes;
  /// By the plan's arrays.
  std::vector<Values> arrays;
  RunState state = RunState::missing;
};

/// The plan inside a merged file. Throws InputError if the file is not one of ours or damaged.
struct StoredSweep {
  std::string plan;
  std::string points;
  std::string design;
  std::vector<configs::SourceText> inputs;
  bool keeps_runs = true;
};
StoredSweep read_stored_sweep(const std::filesystem::path& path);

/// One run of a merged file that keeps runs. Throws like `read_stored_sweep`.
StoredSweepRun read_stored_run(const std::filesystem::path& path,
                               const std::vector<KeptArray>& arrays, std::size_t point,
                               std::size_t replicate);

}  // namespace jtsim::output
