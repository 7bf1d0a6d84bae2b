// `jtsim sweep plan|run|status`.
#include <algorithm>
#include <filesystem>

#include <fmt/format.h>

#include "configs/problems.hpp"
#include "src/cli/commands.hpp"
#include "src/cli/sweep_actions.hpp"
#include "src/interrupt.hpp"
#include "src/progress.hpp"
#include "src/replicates.hpp"
#include "src/shell_word.hpp"
#include "src/sweep/make_plan.hpp"
#include "src/sweep/pilot.hpp"
#include "src/sweep/run_sweep.hpp"
#include "src/sweep/size_text.hpp"
#include "src/sweep/status.hpp"
#include "src/sweep/sweep_directory.hpp"
#include "src/sweep/sweep_progress.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

fs::path directory_of(const SweepCommand& command) {
  if (!command.output.empty()) return command.output;
  return fs::path("output/sweeps") / fs::path(command.subject).stem();
}

void refuse_beyond(const char* option, double needed, const std::string& limit) {
  const std::optional<double> most = bytes_from(limit, option);
  if (!most || needed <= *most) return;
  throw InputError(Problem{
      {.file = std::string(command_line)},
      option,
      Sentence(tr("the sweep would need about {}, more than {}"), size_text(needed),
               size_text(*most)),
      tr("fewer points or replicates, fewer arrays under `record`, fewer `outcomes`, or a higher "
         "limit")});
}

void require_limits(const SweepCommand& command, const SweepEstimate& needed) {
  refuse_beyond("--max-disk", needed.disk_bytes, command.most_disk);
  refuse_beyond("--max-memory", needed.memory_bytes, command.most_memory);
}

void tell_plan(const SweepPlan& plan, const SweepEstimate& needed, std::uint32_t threads,
               Language language) {
  print(say(language, tr("{} points ({} design rows x {} policies) x {} replicates = {} runs\n"),
            plan.points(), plan.rows(), plan.policies.size(), plan.replicates, plan.runs()));
  print(say(language,
            tr("about {} on {} threads, {} of disk (parts and merged file, {} parts), {} of "
               "memory\n"),
            duration_text(needed.seconds, language), threads, size_text(needed.disk_bytes),
            needed.files, size_text(needed.memory_bytes)));
}

// The same command once more.
std::string command_again(const SweepCommand& command) {
  std::string text;
  for (const std::string& word : command.words)
    text += (text.empty() ? "" : " ") + shell_word(word);
  return text;
}

ExitCode tell_end(const SweepCommand& command, const SweepReport& report,
                  const Messages& messages) {
  const Language language = messages.language();
  for (const std::string& failure : report.failures)
    messages.warn(say(language, tr("a run failed: {}"), failure));
  const bool is_complete = report.done == report.runs;
  if (!command.quiet || !is_complete) {
    messages.note(say(language, tr("{} of {} runs done ({} failed), {} of them now in {}"),
                      report.done, report.runs, report.failed, report.done_now,
                      duration_text(report.seconds, language)));
  }
  if (!is_complete && command.fails_fast && report.failed > 0) return ExitCode::some_failed;
  if (!is_complete) {
    messages.warn(say(language, tr("stopped; this command goes on:")));
    messages.warn(command_again(command));
    return ExitCode::stopped;
  }
  return report.failed > 0 ? ExitCode::some_failed : ExitCode::ok;
}

}  // namespace

ExitCode plan_sweep(const SweepCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const std::uint32_t threads = thread_count(command.threads);
  const configs::SweepFile file = configs::read_sweep_file(command.subject);
  SweepPlan plan = make_plan(file, fs::path(command.subject).stem().string());
  plan.cost = measure_cost(plan, stop.get_token());
  if (stop.stop_requested()) return ExitCode::stopped;
  plan.runs_per_part = file.document.runs_per_part > 0
                           ? static_cast<std::uint32_t>(file.document.runs_per_part)
                           : runs_per_part(plan, plan.cost);
  const SweepEstimate needed = estimate(plan, threads);
  tell_plan(plan, needed, threads, messages.language());
  require_limits(command, needed);
  plan.digest = digest_of(plan);
  const SweepDirectory directory(directory_of(command));
  directory.write_plan(plan, file.text);
  if (!command.quiet) {
    messages.note(say(messages.language(), tr("the plan is in {}/; run it with {} sweep run {}"),
                      directory.path().string(), shell_word(command.words.front()),
                      shell_word(directory.path().string())));
  }
  return ExitCode::ok;
}

ExitCode run_planned_sweep(const SweepCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const SweepDirectory directory(command.subject);
  const SweepPlan plan = directory.read_plan();
  require_this_program(plan);
  SweepOrder order;
  order.shard = shard_from(command.shard);
  order.threads = thread_count(command.threads);
  order.fails_fast = command.fails_fast;
  order.retries_failed = command.retries_failed;
  require_limits(command, estimate(plan, order.threads));
  SweepProgress progress;
  SweepProgressLine line(progress, command.quiet, messages.language());
  const SweepWatch watch{stop.get_token(), progress, [&] { line.look(); },
                         [&](const std::string& text) { messages.warn(text); }};
  const SweepReport report = run_sweep(directory, plan, order, watch);
  line.end();
  return tell_end(command, report, messages);
}

ExitCode tell_sweep(const SweepCommand& command, const Messages& messages) {
  const SweepDirectory directory(command.subject);
  const SweepStatus status = status_of(directory, directory.read_plan());
  print(command.json ? status_json(status) : status_text(status, messages.language()));
  return ExitCode::ok;
}

ExitCode execute(const SweepCommand& command, const Messages& messages) {
  switch (command.action) {
    case SweepAction::plan:
      return plan_sweep(command, messages);
    case SweepAction::run:
      return run_planned_sweep(command, messages);
    case SweepAction::status:
      return tell_sweep(command, messages);
    case SweepAction::analyse:
      return analyse_sweep(command, messages);
    case SweepAction::merge:
      return merge_sweep(command, messages);
    case SweepAction::rerun:
      return rerun_of_sweep(command, messages);
    case SweepAction::slurm:
      return write_slurm_jobs(command, messages);
  }
  throw LogicFault("an action of no kind");
}

}  // namespace jtsim::app
