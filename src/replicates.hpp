// Runs replicates in parallel, each thread taking the next number until none is left.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

#include "output/axes.hpp"

namespace jtsim::app {

/// Whether a replicate was done or given up because a stop was requested.
enum class Outcome : std::uint8_t { done, given_up };

/// What is done with the replicates of a run.
struct ReplicateWork {
  /// Does one replicate; called in any thread, several at a time, begun in order of the numbers.
  std::function<Outcome(std::uint32_t replicate)> run;
  /// Called from any thread, perhaps more than once, as soon as a replicate failed or was given up:
  /// those that wait for it need wait no longer.
  std::function<void()> release;
  /// Called in the calling thread a few times a second.
  std::function<void()> look;
};

/// Does all replicates of `range` with `threads` threads. If replicates throw, no new one begins
/// and the exception of the lowest number is thrown on. After a stop is requested no new one
/// begins.
void run_replicates(output::ReplicateRange range, std::uint32_t threads, const ReplicateWork& work,
                    const std::stop_token& stop);

/// Threads to use: `asked`, else SLURM_CPUS_PER_TASK, else as many as this program has processors.
/// Throws InputError unless the number lies between 1 and 1024.
std::uint32_t thread_count(std::optional<std::uint32_t> asked);

}  // namespace jtsim::app
