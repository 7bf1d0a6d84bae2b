// Job scripts for Slurm: an array whose tasks run shards, and a job that merges.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// Slurm's default MaxArraySize is 1001, so that 1,000 is the last number of a task.
inline constexpr std::uint32_t most_slurm_tasks = 1000;
/// Seconds before a task's end at which it is told to stop.
inline constexpr std::uint32_t slurm_warning_seconds = 120;

struct SlurmOrder {
  /// Both absolute.
  std::filesystem::path program;
  std::filesystem::path directory;
  std::uint32_t cpus = 1;
  std::uint32_t minutes = 60;
  /// None: as many as the pilot suggests.
  std::optional<std::uint32_t> tasks = std::nullopt;
  std::uint32_t tasks_at_once = 50;
};

/// Tasks of an array: those asked for, else each to be done in four fifths of its time by the
/// pilot's measure; no more than blocks or `most_slurm_tasks`. A task that does not finish is
/// queued again.
std::uint32_t slurm_tasks(const SweepPlan& plan, const SlurmOrder& order);

struct SlurmScripts {
  std::string array;
  std::string merge;
  /// Submits both.
  std::string submit;
};
SlurmScripts slurm_scripts(const SweepPlan& plan, const SlurmOrder& order);

/// Names of the scripts in the directory of the sweep.
inline constexpr const char* slurm_array_name = "slurm_array.sh";
inline constexpr const char* slurm_merge_name = "slurm_merge.sh";
inline constexpr const char* slurm_submit_name = "slurm_submit.sh";

}  // namespace jtsim::app
