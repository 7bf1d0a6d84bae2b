// Reads back from the merged file of a sweep what is needed to compute a run again, and one run.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
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

/// The outcomes of all runs of a merged file. Members throw like `read_stored_sweep`.
class StoredOutcomes {
 public:
  /// Throws InputError also where the file keeps no single runs. `runs` are [points, replicates] of
  /// its plan.
  StoredOutcomes(const std::filesystem::path& path, const std::array<std::size_t, 2>& runs);

  const std::vector<std::string>& names() const { return names_; }
  /// Done runs include failed ones.
  std::uint64_t done() const { return done_; }
  std::uint64_t failed() const { return failed_; }

  /// One replicate of `count` points from `first` on, point by point; NaN where there is nothing.
  std::vector<double> values(std::size_t replicate, std::size_t first, std::size_t count) const;

 private:
  std::filesystem::path path_;
  Hdf5File file_;
  Hdf5Dataset outcomes_;
  std::vector<std::string> names_;
  std::uint64_t done_ = 0;
  std::uint64_t failed_ = 0;
};

}  // namespace jtsim::output
