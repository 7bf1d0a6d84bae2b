// Runs what is missing of a sweep and commits it block by block.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "src/sweep/shard.hpp"
#include "src/sweep/sweep_directory.hpp"

namespace jtsim::app {

struct SweepOrder {
  Shard shard;
  std::uint32_t threads = 1;
  /// Ends with the first run that fails.
  bool fails_fast = false;
  /// Runs that failed before are done again.
  bool retries_failed = false;
};

/// How far a sweep has come; only its process changes it.
struct SweepProgress {
  /// Of the shard.
  std::uint64_t runs = 0;
  /// Committed when this process began.
  std::uint64_t done_before = 0;
  /// Finished since, committed or not.
  std::atomic<std::uint64_t> done{0};
  std::atomic<std::uint64_t> failed{0};
};

struct SweepWatch {
  std::stop_token stop;
  SweepProgress& progress;
  /// Called in the calling thread a few times a second.
  std::function<void()> look;
  /// Told to the user before the runs begin.
  std::function<void(const std::string&)> warn;
};

struct SweepReport {
  /// Of the shard: all runs, those committed by now, and those of them that failed.
  std::uint64_t runs = 0;
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  /// Of those committed by this process.
  std::uint64_t done_now = 0;
  double seconds = 0;
  /// The first failures, as "point 3, replicate 0: why".
  std::vector<std::string> failures;
};

/// Throws InputError where somebody else runs the shard, StorageError when the disk fails. What was
/// committed by then stays.
SweepReport run_sweep(const SweepDirectory& directory, const SweepPlan& plan,
                      const SweepOrder& order, const SweepWatch& watch);

}  // namespace jtsim::app
