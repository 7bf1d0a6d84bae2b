// `jtsim sweep slurm`: job scripts beside the plan.
#include <filesystem>

#include <fmt/format.h>

#include "configs/problems.hpp"
#include "output/durable_file.hpp"
#include "src/cli/sweep_actions.hpp"
#include "src/shell_word.hpp"
#include "src/sweep/slurm.hpp"
#include "src/sweep/sweep_directory.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

std::uint32_t number_of(const char* option, std::optional<std::uint32_t> given, std::uint32_t least,
                        std::uint32_t most) {
  if (given && *given >= least && *given <= most) return *given;
  throw InputError(Problem{{.file = std::string(command_line)},
                           option,
                           given ? fmt::format("{} is out of range", *given) : "is missing",
                           fmt::format("{} to {}", least, most)});
}

fs::path this_executable() {
  std::error_code error;
  fs::path path = fs::read_symlink("/proc/self/exe", error);
  if (error) throw StorageError(tr("look at"), "/proc/self/exe", 0, error.value());
  return path;
}

}  // namespace

ExitCode write_slurm_jobs(const SweepCommand& command, const Messages& messages) {
  constexpr std::uint32_t most_cpus = 1024;
  // A task needs its warning time and some work before it.
  constexpr std::uint32_t least_minutes = 4;
  constexpr std::uint32_t most_minutes = 60 * 24 * 30;
  constexpr std::uint32_t usual_tasks_at_once = 50;
  const SweepDirectory directory(command.subject);
  const SweepPlan plan = directory.read_plan();
  require_this_program(plan);
  const SlurmOrder order{
      .program = this_executable(),
      .directory = fs::canonical(directory.path()),
      .cpus = number_of("--cpus", command.cpus, 1, most_cpus),
      .minutes = number_of("--minutes", command.minutes, least_minutes, most_minutes),
      .tasks = command.tasks,
      .tasks_at_once = number_of("--at-once", command.tasks_at_once.value_or(usual_tasks_at_once),
                                 1, most_slurm_tasks)};
  const SlurmScripts scripts = slurm_scripts(plan, order);
  output::write_durably(order.directory / slurm_array_name, scripts.array);
  output::write_durably(order.directory / slurm_merge_name, scripts.merge);
  output::write_durably(order.directory / slurm_submit_name, scripts.submit);
  if (!command.quiet) {
    messages.note(say(messages.language(),
                      tr("{} tasks of about {} runs each; submit them with: sh {}"),
                      slurm_tasks(plan, order),
                      (plan.runs() + slurm_tasks(plan, order) - 1) / slurm_tasks(plan, order),
                      shell_word((order.directory / slurm_submit_name).string())));
  }
  return ExitCode::ok;
}

}  // namespace jtsim::app
