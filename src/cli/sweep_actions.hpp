// What `jtsim sweep` does, an action each.
#pragma once

#include "src/cli/command_line.hpp"
#include "src/exit_code.hpp"
#include "src/messages.hpp"

namespace jtsim::app {

/// All of them throw InputError, StorageError or LogicFault.
ExitCode plan_sweep(const SweepCommand& command, const Messages& messages);
ExitCode run_planned_sweep(const SweepCommand& command, const Messages& messages);
ExitCode tell_sweep(const SweepCommand& command, const Messages& messages);
ExitCode analyse_sweep(const SweepCommand& command, const Messages& messages);
ExitCode merge_sweep(const SweepCommand& command, const Messages& messages);
ExitCode rerun_of_sweep(const SweepCommand& command, const Messages& messages);
ExitCode write_slurm_jobs(const SweepCommand& command, const Messages& messages);

}  // namespace jtsim::app
