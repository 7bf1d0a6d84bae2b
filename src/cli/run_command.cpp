// `jtsim run`: a scenario into a run directory, with progress, a table and a clean stop.
#include <filesystem>

#include <fmt/format.h>

#include "base/version.hpp"
#include "output/durable_file.hpp"
#include "output/terminal_table.hpp"
#include "src/cli/commands.hpp"
#include "src/interrupt.hpp"
#include "src/replicates.hpp"
#include "src/watched_run.hpp"

namespace jtsim::app {

namespace {

constexpr std::string_view json_to_stdout = "-";

std::filesystem::path directory_of(const RunCommand& command) {
  if (!command.directory.empty()) return command.directory;
  return std::filesystem::path("output/runs") / std::filesystem::path(command.scenario.file).stem();
}

// A word as a shell takes it back.
std::string quoted(const std::string& word) {
  constexpr std::string_view plain =
      "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./=:,+@%";
  if (!word.empty() && word.find_first_not_of(plain) == std::string::npos) return word;
  std::string text = "'";
  for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return text + "'";
}

// The command that writes the replicates from `first` on.
std::string command_for_rest(const RunCommand& command, output::ReplicateRange rest) {
  std::string text = "jtsim run " + quoted(command.scenario.file);
  for (const std::string& override_ : command.scenario.overrides) {
    if (!override_.starts_with("replicates=")) text += " " + quoted(override_);
  }
  const std::string directory =
      fmt::format("{}_from_{}", directory_of(command).string(), rest.first);
  return text + fmt::format(" --first-replicate {} --replicates {} -o {}", rest.first, rest.count,
                            quoted(directory));
}

void show(const RunCommand& command, const RunReport& report, const Messages& messages) {
  if (!command.json.empty()) {
    const std::string json = output::summary_json(report.statistics);
    if (command.json == json_to_stdout) {
      print(json);
    } else {
      output::write_durably(command.json, json);
    }
  }
  if (command.json != json_to_stdout)
    print(output::terminal_table(report.statistics, report.axes, messages.language()));
  if (command.quiet) return;
  messages.note(say(messages.language(),
                    {"{} 次重复模拟用时 {},文件在 {}/", "{} replicates in {}; files in {}/"},
                    report.complete, duration_text(report.seconds, messages.language()),
                    directory_of(command).string()));
}

ExitCode tell_stopped(const RunCommand& command, output::ReplicateRange asked,
                      std::uint32_t complete, const Messages& messages) {
  messages.warn(say(messages.language(),
                    {"已停止:{1} 次重复模拟中完成 {0} 次;其余可用以下命令运行:",
                     "stopped with {0} of {1} replicates done; this command writes the rest:"},
                    complete, asked.count));
  messages.warn(command_for_rest(command, {asked.first + complete, asked.count - complete}));
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
  order.replicates = replicates_of(scenario, command.first_replicate);
  order.command_line = command.words;
  const RunReport report =
      run_watched(scenario, order, {stop.get_token(), messages.language(), command.quiet});
  if (report.complete > 0) show(command, report, messages);
  if (report.complete == order.replicates.count) return ExitCode::ok;
  return tell_stopped(command, order.replicates, report.complete, messages);
}

}  // namespace jtsim::app
