// `jtsim run`: a scenario into a run directory, with progress, a table and a clean stop.
#include <filesystem>

#include <fmt/format.h>

#include "output/terminal_table.hpp"
#include "src/cli/commands.hpp"
#include "src/interrupt.hpp"
#include "src/json_target.hpp"
#include "src/replicates.hpp"
#include "src/shell_word.hpp"
#include "src/trace.hpp"
#include "src/watched_run.hpp"

namespace jtsim::app {

namespace {

std::filesystem::path directory_of(const RunCommand& command) {
  if (!command.directory.empty()) return command.directory;
  return std::filesystem::path("output/runs") / std::filesystem::path(command.scenario.file).stem();
}

// A directory beside the one of the run.
std::string directory_for_rest(std::filesystem::path directory, std::uint32_t first) {
  directory = directory.lexically_normal();
  const auto has_own_name = [](const std::filesystem::path& path) {
    return path.has_filename() && path.filename() != "." && path.filename() != "..";
  };
  if (!directory.has_filename()) directory = directory.parent_path();
  if (!has_own_name(directory)) directory = std::filesystem::weakly_canonical(directory);
  return fmt::format("{}_from_{}", directory.string(), first);
}

// The command that writes the replicates from `first` on.
std::string command_for_rest(const RunCommand& command, output::ReplicateRange rest) {
  std::string text =
      shell_word(command.words.front()) + " run " + shell_word(command.scenario.file);
  for (const std::string& override_ : command.scenario.overrides) {
    if (!override_.starts_with("replicates=")) text += " " + shell_word(override_);
  }
  text += fmt::format(" --first-replicate {} --replicates {} -o {}", rest.first, rest.count,
                      shell_word(directory_for_rest(directory_of(command), rest.first)));
  if (command.threads) text += fmt::format(" --threads {}", *command.threads);
  if (!command.language.empty()) text += " --lang " + command.language;
  return text;
}

void show(const RunCommand& command, const JsonTarget& json, const RunReport& report,
          const Messages& messages) {
  const Language language = messages.language();
  if (!json.is_stdout())
    print(output::terminal_table(report.statistics, report.axes, {language, report.price_year}));
  json.write(output::summary_json(report.statistics));
  if (command.quiet) return;
  messages.note(say(language, tr("{} in {}; files in {}/"),
                    replicates_text(report.complete, language),
                    duration_text(report.seconds, language), directory_of(command).string()));
}

ExitCode tell_stopped(const RunCommand& command, output::ReplicateRange asked,
                      const RunReport& report, const Messages& messages) {
  if (report.earlier_kept) {
    messages.warn(
        say(messages.language(),
            tr("stopped; the complete earlier run in {}/ is kept and nothing of this one; "
               "this command writes it elsewhere:"),
            directory_of(command).string()));
  } else {
    messages.warn(say(messages.language(),
                      tr("stopped with {0} of {1} replicates done; this command writes the rest:"),
                      report.complete, asked.count));
  }
  messages.warn(
      command_for_rest(command, {asked.first + report.complete, asked.count - report.complete}));
  return ExitCode::stopped;
}

}  // namespace

ExitCode execute(const RunCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  RunOrder order;
  order.threads = thread_count(command.threads);
  const configs::Scenario scenario =
      configs::load_scenario(command.scenario.file, command.scenario.overrides);
  messages.warn(scenario.warnings);
  order.scenario_folder = std::filesystem::path(command.scenario.file).parent_path();
  order.directory = directory_of(command);
  order.existing = command.overwrite ? output::Existing::overwrite : output::Existing::refuse;
  const JsonTarget json(command.json, order.directory);
  order.replicates = replicates_of(scenario, command.first_replicate);
  order.command_line = command.words;
  if (!command.trace.empty()) order.life_lines = trace_choice(command.trace, scenario);
  const RunReport report =
      run_watched(scenario, order, {stop.get_token(), messages.language(), command.quiet});
  if (report.complete > 0) show(command, json, report, messages);
  if (report.followed_nobody) {
    messages.warn(in(messages.language(), tr("nobody fits --trace: life_lines.csv is empty")));
  }
  if (report.complete == order.replicates.count) return ExitCode::ok;
  return tell_stopped(command, order.replicates, report, messages);
}

}  // namespace jtsim::app
