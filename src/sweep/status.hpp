// How far a sweep is, told to people and to programs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/language.hpp"
#include "src/sweep/part_store.hpp"
#include "src/sweep/shard.hpp"

namespace jtsim::app {

/// A run that failed.
struct FailedRun {
  std::uint64_t point = 0;
  std::uint32_t replicate = 0;
  std::string why;
};

struct SweepStatus {
  std::uint64_t points = 0;
  std::uint32_t replicates = 0;
  std::uint64_t runs = 0;
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  std::uint64_t parts = 0;
  std::uint64_t bytes = 0;
  /// Of one thread, for a run and for what is missing.
  double seconds_per_run = 0;
  double seconds_left = 0;
  std::vector<RunningShard> running;
  std::vector<DamagedPart> damaged;
  /// The first ones.
  std::vector<FailedRun> failures;
};

SweepStatus status_of(const SweepDirectory& directory, const SweepPlan& plan);

/// All failed runs, in the order of the plan. Throws InputError for a damaged part.
std::vector<FailedRun> failed_runs(const SweepDirectory& directory, const SweepPlan& plan,
                                   const PartStore& store, std::size_t most);

std::string status_json(const SweepStatus& status);
std::string status_text(const SweepStatus& status, Language language);

}  // namespace jtsim::app
