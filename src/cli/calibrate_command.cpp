// `jtsim calibrate`: free parameters fitted to targets, into a directory that a later start goes on
// from.
#include <cmath>
#include <filesystem>

#include <fmt/format.h>

#include "output/directory_lock.hpp"
#include "output/durable_file.hpp"
#include "src/calibration/calibrate.hpp"
#include "src/calibration/fit_text.hpp"
#include "src/cli/commands.hpp"
#include "src/interrupt.hpp"
#include "src/replicates.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

fs::path directory_of(const CalibrateCommand& command) {
  if (!command.directory.empty()) return command.directory;
  return fs::path("output/calibrations") / fs::path(command.scenario.file).stem();
}

void create(const fs::path& directory) {
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) throw StorageError(tr("create the directory"), directory, 0, error.value());
}

// The words of "a,b".
std::vector<std::string> words_of(const std::string& list) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < list.size();) {
    const std::size_t end = std::min(list.find(',', begin), list.size());
    if (end > begin) words.push_back(list.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

CalibrationWatch watch_of(const CalibrateCommand& command, const Messages& messages,
                          std::stop_token stop) {
  CalibrationWatch watch;
  watch.threads = thread_count(command.threads);
  watch.stop = std::move(stop);
  if (command.quiet) return watch;
  watch.tell = [&messages, count = 0](const Evaluation& last, const Evaluation& best) mutable {
    messages.note(say(messages.language(), tr("point {} ({}): objective {:.4f}, best {:.4f}"),
                      ++count, last.stage, last.objective, best.objective));
  };
  return watch;
}

void write(const CalibrationPlan& plan, const Fit& fit, const CalibrateCommand& command,
           const fs::path& directory) {
  output::write_durably(directory / "calibration.json", fit_json(plan, fit));
  output::write_durably(directory / "calibration.md", fit_markdown(plan, fit));
  output::write_durably(directory / "fitted.yaml",
                        fitted_scenario(plan, fit, command.scenario.file, directory));
}

}  // namespace

ExitCode execute(const CalibrateCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const Language language = messages.language();
  const CalibrationPlan plan = read_plan({.scenario = command.scenario.file,
                                          .overrides = command.scenario.overrides,
                                          .targets = command.targets,
                                          .free = words_of(command.free)});
  const fs::path directory = directory_of(command);
  create(directory);
  const output::DirectoryLock lock(directory);
  TraceFile trace(directory / "trace.jsonl", plan, command.overwrite);
  if (trace.read_from_disk() > 0 && !command.quiet) {
    messages.note(
        say(language, tr("going on from {} points of the trace"), trace.read_from_disk()));
  }
  const std::optional<Fit> fit =
      calibrate(plan, trace, watch_of(command, messages, stop.get_token()));
  if (!fit) {
    messages.warn(say(language,
                      tr("stopped; the trace is in {}/, the same command goes on from it"),
                      directory.string()));
    return ExitCode::stopped;
  }
  write(plan, *fit, command, directory);
  print(fit_table(plan, *fit, language));
  if (!command.quiet) {
    messages.note(say(language, tr("of {} targets, {} lie in their accepted range; files in {}/"),
                      plan.targets.size(), met_targets(plan, *fit), directory.string()));
  }
  return ExitCode::ok;
}

}  // namespace jtsim::app
