// `jtsim sweep merge|rerun`.
#include <algorithm>
#include <cmath>
#include <filesystem>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "configs/problems.hpp"
#include "output/provenance.hpp"
#include "output/terminal_table.hpp"
#include "src/cli/sweep_actions.hpp"
#include "src/interrupt.hpp"
#include "src/replicates.hpp"
#include "src/sweep/merge.hpp"
#include "src/sweep/rerun_run.hpp"
#include "src/sweep/size_text.hpp"
#include "src/watched_run.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

configs::SweepKeep keep_of(const SweepCommand& command, const SweepPlan& plan) {
  if (command.keep.empty()) return plan.keep;
  if (const auto keep = enum_from_text<configs::SweepKeep>(command.keep)) return *keep;
  throw InputError(Problem{{.file = std::string(command_line)},
                           "--keep",
                           {tr("{} is unknown"), configs::quoted_for_message(command.keep)},
                           tr("all or quantiles")});
}

void refuse_to_replace(const SweepCommand& command, const fs::path& file) {
  if (command.overwrite || !fs::exists(file)) return;
  throw InputError(Problem{{file.string(), 0, 0},
                           "",
                           tr("the file is there already"),
                           tr("choose another one with -o, or replace it with --overwrite")});
}

// Another program version may well compute other numbers.
void warn_of_other_program(const SweepPlan& plan, const Messages& messages) {
  const output::Provenance here = output::this_program();
  if (plan.program_version == here.program_version && plan.git_commit == here.git_commit) return;
  messages.warn(say(messages.language(),
                    tr("the file was written by jtsim {} ({}), this is {} ({})"),
                    plan.program_version, plan.git_commit, here.program_version, here.git_commit));
}

ExitCode tell_stopped(const Messages& messages) {
  messages.warn(in(messages.language(), tr("stopped; nothing was written")));
  return ExitCode::stopped;
}

ExitCode verify(const SweepCommand& command, const SweepPlan& plan, const RunChoice& run,
                const Messages& messages, const std::stop_token& stop) {
  const auto differences = differences_of(command.subject, plan, run, stop);
  if (!differences) return tell_stopped(messages);
  const Language language = messages.language();
  for (const std::string& difference : *differences)
    print(say(language, tr("different: {}\n"), difference));
  if (!differences->empty()) return ExitCode::failure;
  print(say(language, tr("equal bit for bit: point {}, replicate {}\n"), run.point, run.replicate));
  return ExitCode::ok;
}

ExitCode run_again(const SweepCommand& command, const SweepPlan& plan, const RunChoice& run,
                   const Messages& messages, const std::stop_token& stop) {
  const configs::Scenario scenario = scenario_at(plan, run.point);
  RunOrder order;
  order.directory = command.output;
  order.existing = command.overwrite ? output::Existing::overwrite : output::Existing::refuse;
  order.replicates = {run.replicate, 1};
  order.threads = thread_count(command.threads);
  order.command_line = command.words;
  const RunReport report = run_watched(scenario, order, {stop, messages.language(), command.quiet});
  if (report.complete == 0) return tell_stopped(messages);
  print(output::terminal_table(report.statistics, report.axes,
                               {messages.language(), report.price_year}));
  if (!command.quiet) messages.note(say(messages.language(), tr("files in {}/"), command.output));
  return ExitCode::ok;
}

// {outcome: value}, with null for no value.
ExitCode print_outcomes(const SweepPlan& plan, const RunChoice& run, const Messages& messages,
                        const std::stop_token& stop) {
  const auto outcomes = outcomes_again(plan, run, stop);
  if (!outcomes) return tell_stopped(messages);
  nlohmann::ordered_json::object_t json;
  for (const output::Outcome& outcome : *outcomes) {
    nlohmann::ordered_json value;
    if (std::isfinite(outcome.value)) value = outcome.value;
    json.push_back({outcome.name, std::move(value)});
  }
  print(nlohmann::ordered_json(std::move(json)).dump(1) + "\n");
  return ExitCode::ok;
}

}  // namespace

ExitCode merge_sweep(const SweepCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const SweepDirectory directory(command.subject);
  const SweepPlan plan = directory.read_plan();
  MergeOrder order;
  order.file = command.output.empty() ? directory.path() / "sweep.h5" : fs::path(command.output);
  order.keep = keep_of(command, plan);
  order.is_partial = command.is_partial;
  order.stop = stop.get_token();
  refuse_to_replace(command, order.file);
  const MergeReport report = merge(directory, plan, order);
  if (report.stopped) return tell_stopped(messages);
  if (!command.quiet) {
    messages.note(say(messages.language(), tr("{}: {} runs ({} failed, {} missing), {}"),
                      order.file.string(), report.done, report.failed, report.runs - report.done,
                      size_text(static_cast<double>(report.bytes))));
  }
  return report.failed > 0 ? ExitCode::some_failed : ExitCode::ok;
}

ExitCode rerun_of_sweep(const SweepCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const SweepPlan plan = plan_inside(command.subject);
  warn_of_other_program(plan, messages);
  const RunChoice run = run_choice(plan, command.point, command.replicate);
  if (command.verify) return verify(command, plan, run, messages, stop.get_token());
  if (!command.output.empty()) return run_again(command, plan, run, messages, stop.get_token());
  return print_outcomes(plan, run, messages, stop.get_token());
}

}  // namespace jtsim::app
