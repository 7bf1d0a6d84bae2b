// Texts of job scripts.
#include "src/sweep/slurm.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "src/shell_word.hpp"

namespace jtsim::app {

namespace {

constexpr double used_share = 0.8;
constexpr double seconds_per_minute = 60;

// Blanks in a line of #SBATCH need quotes.
std::string log_option(const SlurmOrder& order, const char* name) {
  return fmt::format("#SBATCH --output=\"{}/{}\"\n", order.directory.string(), name);
}

std::string array_script(const SweepPlan& plan, const SlurmOrder& order, std::uint32_t tasks) {
  std::string text = fmt::format(
      "#!/bin/bash\n"
      "#SBATCH --job-name=jtsim-{}\n"
      "#SBATCH --array=1-{}%{}\n"
      "#SBATCH --cpus-per-task={}\n"
      "#SBATCH --time={}\n"
      "#SBATCH --signal=B:TERM@{}\n"
      "#SBATCH --requeue\n"
      "#SBATCH --open-mode=append\n",
      plan.name, tasks, order.tasks_at_once, order.cpus, order.minutes, slurm_warning_seconds);
  text += log_option(order, "slurm-%A.log");
  text += fmt::format(
      "# Task i runs shard i of {}; what is done already is not done again.\n"
      "{} sweep run {} --shard \"$SLURM_ARRAY_TASK_ID/{}\" --threads \"$SLURM_CPUS_PER_TASK\" "
      "--quiet &\n",
      tasks, shell_word(order.program.string()), shell_word(order.directory.string()), tasks);
  text +=
      "child=$!\n"
      "told_to_stop=\n"
      "trap 'told_to_stop=yes; kill -TERM \"$child\"' TERM\n"
      "wait \"$child\"\n"
      "code=$?\n"
      "# The signal ended the waiting; the program commits its block and ends by itself.\n"
      "if [ -n \"$told_to_stop\" ]; then\n"
      "  wait \"$child\"\n"
      "  code=$?\n"
      "fi\n"
      "# 75: stopped and resumable.\n"
      "if [ \"$code\" -eq 75 ]; then\n"
      "  scontrol requeue \"${SLURM_ARRAY_JOB_ID}_${SLURM_ARRAY_TASK_ID}\"\n"
      "fi\n"
      "exit \"$code\"\n";
  return text;
}

std::string merge_script(const SweepPlan& plan, const SlurmOrder& order) {
  return fmt::format(
             "#!/bin/bash\n"
             "#SBATCH --job-name=jtsim-{}-merge\n"
             "#SBATCH --cpus-per-task=1\n"
             "#SBATCH --time={}\n"
             "#SBATCH --open-mode=append\n",
             plan.name, order.minutes) +
         log_option(order, "slurm-%j.log") +
         fmt::format("exec {} sweep merge {} --overwrite\n", shell_word(order.program.string()),
                     shell_word(order.directory.string()));
}

std::string submit_script(const SlurmOrder& order) {
  const auto path = [&](const char* name) { return shell_word((order.directory / name).string()); };
  return fmt::format(
      "#!/bin/sh\n"
      "# Submits the array, and the merging after all of it.\n"
      "set -eu\n"
      "job=$(sbatch --parsable {})\n"
      "job=${{job%%;*}}\n"
      "merge=$(sbatch --parsable --dependency=afterany:\"$job\" {})\n"
      "printf '%s %s\\n' \"$job\" \"${{merge%%;*}}\"\n",
      path(slurm_array_name), path(slurm_merge_name));
}

}  // namespace

std::uint32_t slurm_tasks(const SweepPlan& plan, const SlurmOrder& order) {
  const double work = static_cast<double>(plan.runs()) * plan.cost.seconds;
  const double of_a_task = order.cpus * order.minutes * seconds_per_minute * used_share;
  const double most = std::min<double>(most_slurm_tasks, static_cast<double>(plan.blocks()));
  const double wanted = order.tasks ? *order.tasks : std::ceil(work / of_a_task);
  return static_cast<std::uint32_t>(std::clamp(wanted, 1.0, most));
}

SlurmScripts slurm_scripts(const SweepPlan& plan, const SlurmOrder& order) {
  return {array_script(plan, order, slurm_tasks(plan, order)), merge_script(plan, order),
          submit_script(order)};
}

}  // namespace jtsim::app
