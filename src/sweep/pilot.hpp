// A few runs before a sweep, to tell what all of it will take.
#pragma once

#include <cstdint>
#include <stop_token>

#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// Runs of single points, spread over the plan, for a few seconds at most (one run always). Nothing
/// of their results is kept. Throws InputError where even the first point cannot be run.
RunCost measure_cost(const SweepPlan& plan, const std::stop_token& stop);

/// Runs in a part: parts of 1 to 64 MiB where that leaves no more than a minute of one thread's
/// work to be lost, and not many more than a hundred of them.
std::uint32_t runs_per_part(const SweepPlan& plan, const RunCost& cost);

/// What a sweep takes.
struct SweepEstimate {
  double seconds = 0;
  /// Parts, and the merged file beside them.
  double disk_bytes = 0;
  double memory_bytes = 0;
  std::uint64_t files = 0;
};
SweepEstimate estimate(const SweepPlan& plan, std::uint32_t threads);

}  // namespace jtsim::app
