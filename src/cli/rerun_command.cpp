// `jtsim rerun`: the run in a results file once more, from that file alone.
#include <optional>

#include "output/terminal_table.hpp"
#include "src/cli/commands.hpp"
#include "src/interrupt.hpp"
#include "src/replicates.hpp"
#include "src/rerun.hpp"
#include "src/watched_run.hpp"

namespace jtsim::app {

namespace {

// Another program version may well compute other numbers.
void warn_of_other_program(const output::Provenance& stored, const Messages& messages) {
  const output::Provenance here = output::this_program();
  if (stored.program_version == here.program_version && stored.git_commit == here.git_commit)
    return;
  messages.warn(say(messages.language(),
                    {"该文件由 jtsim {} ({}) 写成,本程序为 {} ({})",
                     "the file was written by jtsim {} ({}), this is {} ({})"},
                    stored.program_version, stored.git_commit, here.program_version,
                    here.git_commit));
}

ExitCode verdict(const std::filesystem::path& original, const std::filesystem::path& repeated,
                 Language language) {
  const std::optional<std::string> difference = output::first_difference(original, repeated);
  if (difference) {
    print(say(language, {"不一致:{}\n", "different: {}\n"}, *difference));
    return ExitCode::failure;
  }
  print(say(language, {"逐位一致:{}\n", "equal bit for bit: {}\n"}, original.string()));
  return ExitCode::ok;
}

// `output/runs/x/results.h5` is repeated in `output/runs/x_rerun`.
std::filesystem::path default_directory(const std::string& results) {
  const std::filesystem::path folder = std::filesystem::absolute(results).parent_path();
  return std::filesystem::path("output/runs") / (folder.filename().string() + "_rerun");
}

}  // namespace

ExitCode execute(const RerunCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const output::StoredRun stored = output::read_stored_run(command.results);
  warn_of_other_program(stored.provenance, messages);
  const configs::Scenario scenario = scenario_of(stored);
  std::optional<TemporaryDirectory> temporary;
  RunOrder order = order_of(stored);
  order.threads = thread_count(command.threads);
  order.command_line = command.words;
  if (command.verify && command.directory.empty()) {
    order.directory = temporary.emplace().path();
  } else {
    order.directory = command.directory.empty() ? default_directory(command.results)
                                                : std::filesystem::path(command.directory);
    order.existing = command.overwrite ? output::Existing::overwrite : output::Existing::refuse;
  }
  const RunReport report =
      run_watched(scenario, order, {stop.get_token(), messages.language(), command.quiet});
  if (report.complete < stored.replicates_complete) {
    messages.warn(in(messages.language(), {"已停止,未作比较", "stopped; nothing was compared"}));
    return ExitCode::stopped;
  }
  if (command.verify)
    return verdict(command.results, order.directory / "results.h5", messages.language());
  print(output::terminal_table(report.statistics, report.axes, messages.language()));
  messages.note(say(messages.language(), {"文件在 {}/", "files in {}/"}, order.directory.string()));
  return ExitCode::ok;
}

}  // namespace jtsim::app
