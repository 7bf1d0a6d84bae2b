// `jtsim rerun`: the run in a results file once more, from that file alone.
#include <algorithm>
#include <optional>

#include "base/sha256.hpp"
#include "configs/problems.hpp"
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
  messages.warn(
      say(messages.language(), tr("the file was written by jtsim {} ({}), this is {} ({})"),
          stored.program_version, stored.git_commit, here.program_version, here.git_commit));
}

// What differs, a line each; what decides comes last.
std::string told(const output::ResultsDifference& found, Language language) {
  std::string text;
  const auto add = [&](const Sentence& difference) {
    text += say(language, tr("different: {}\n"), difference);
  };
  for (const Sentence& difference : found.provenance) add(difference);
  if (found.inputs) add(*found.inputs);
  if (found.content) {
    add(*found.content);
  } else {
    text += in(language, tr("all arrays, their names and their attributes are equal\n"));
  }
  return text;
}

// For files in which nothing that is read differs: a damaged or lengthened file.
std::string told_of_bytes(const std::filesystem::path& original,
                          const std::filesystem::path& repeated, Language language) {
  return say(language,
             tr("the files differ all the same, in bytes that hold none of this: sha256 {} against "
                "{} when repeated\n"),
             sha256_of_file(original), sha256_of_file(repeated));
}

ExitCode verdict(const std::filesystem::path& original, const std::filesystem::path& repeated,
                 Language language) {
  if (const auto found = output::difference_between(original, repeated)) {
    print(told(*found, language));
    if (found->provenance.empty() && !found->inputs && !found->content)
      print(told_of_bytes(original, repeated, language));
    return ExitCode::failure;
  }
  print(say(language, tr("equal bit for bit: {}\n"), original.string()));
  return ExitCode::ok;
}

// `output/runs/x/results.h5` is repeated in `output/runs/x_rerun`.
std::filesystem::path default_directory(const std::string& results) {
  const std::filesystem::path folder = std::filesystem::absolute(results).parent_path();
  return std::filesystem::path("output/runs") / (folder.filename().string() + "_rerun");
}

// The file that is repeated must be there at the end.
void refuse_to_replace(const std::string& results, const std::filesystem::path& directory) {
  std::error_code error;
  if (!std::filesystem::equivalent(results, directory / "results.h5", error) || error) return;
  Problem problem;
  problem.place.file = command_line;
  problem.key_path = "--output";
  problem.what = {tr("{} holds the very file that is to be repeated"), directory.string()};
  problem.allowed = tr("another directory");
  throw InputError(std::move(problem));
}

RunOrder order_for(const RerunCommand& command, const output::StoredRun& stored) {
  RunOrder order = order_of(stored);
  order.threads = thread_count(command.threads);
  order.command_line = command.words;
  order.directory = command.directory.empty() ? default_directory(command.results)
                                              : std::filesystem::path(command.directory);
  order.existing = command.overwrite ? output::Existing::overwrite : output::Existing::refuse;
  refuse_to_replace(command.results, order.directory);
  return order;
}

ExitCode tell_stopped(const RunReport& report, const std::filesystem::path& directory,
                      const Messages& messages) {
  if (report.complete > 0) {
    messages.warn(say(messages.language(),
                      tr("stopped; the leading {} are in {}/; for all of them run it again with "
                         "--overwrite"),
                      replicates_text(report.complete, messages.language()), directory.string()));
  } else {
    messages.warn(in(messages.language(), tr("stopped; nothing was written")));
  }
  return ExitCode::stopped;
}

ExitCode verify(const RerunCommand& command, const configs::Scenario& scenario, RunOrder order,
                const Audience& audience, const Messages& messages) {
  std::optional<TemporaryDirectory> temporary;
  if (command.directory.empty()) order.directory = temporary.emplace().path();
  const RunReport report = run_watched(scenario, order, audience);
  if (report.complete < std::min(order.replicates.count, order.leading)) {
    messages.warn(in(messages.language(), tr("stopped; nothing was compared")));
    return ExitCode::stopped;
  }
  return verdict(command.results, order.directory / "results.h5", messages.language());
}

}  // namespace

ExitCode execute(const RerunCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const Language language = messages.language();
  const output::StoredRun stored = output::read_stored_run(command.results);
  warn_of_other_program(stored.provenance, messages);
  const configs::Scenario scenario = scenario_of(stored);
  const RunOrder order = order_for(command, stored);
  const Audience audience{stop.get_token(), language, command.quiet};
  if (command.verify) return verify(command, scenario, order, audience, messages);
  const RunReport report = run_watched(scenario, order, audience);
  if (report.complete < stored.replicates_complete)
    return tell_stopped(report, order.directory, messages);
  print(output::terminal_table(report.statistics, report.axes, {language, report.price_year}));
  if (!command.quiet) messages.note(say(language, tr("files in {}/"), order.directory.string()));
  return ExitCode::ok;
}

}  // namespace jtsim::app
