// `jtsim compare`: what policies change, by paired runs of stored scenarios.
#include <filesystem>

#include "output/comparison_directory.hpp"
#include "output/comparison_file.hpp"
#include "output/comparison_json.hpp"
#include "output/comparison_table.hpp"
#include "src/cli/commands.hpp"
#include "src/compare.hpp"
#include "src/interrupt.hpp"
#include "src/json_target.hpp"
#include "src/replicates.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

// The last part of a path that may end in a slash or in results.h5.
fs::path run_directory(const fs::path& path) {
  std::error_code error;
  const fs::path directory = fs::is_directory(path, error) ? path : path.parent_path();
  const fs::path whole = fs::weakly_canonical(directory, error);
  return error ? directory : whole;
}

// Beside the first policy run: `output/runs/push` against `output/runs/base` goes to
// `output/runs/push_against_base`.
fs::path directory_of(const CompareCommand& command) {
  if (!command.directory.empty()) return command.directory;
  const fs::path policy = run_directory(command.policies.front());
  std::string name = policy.filename().string();
  if (command.policies.size() > 1) name += fmt::format("_and_{}_more", command.policies.size() - 1);
  return policy.parent_path() /
         fmt::format("{}_against_{}", name, run_directory(command.base).filename().string());
}

bool run_watched(const CompareOrder& order, output::Comparison& comparison, std::stop_token stop,
                 const CompareCommand& command, Language language) {
  const ProgressStyle style = command.quiet ? ProgressStyle::silent : progress_style(stderr);
  Progress progress(stderr, style, language, workload_of(order));
  return compare(order, comparison, std::move(stop), progress);
}

}  // namespace

ExitCode execute(const CompareCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const Language language = messages.language();
  const std::uint32_t threads = thread_count(command.threads);
  CompareOrder order =
      compare_order(command.base, {command.policies.begin(), command.policies.end()});
  order.threads = threads;
  const fs::path path = directory_of(command);
  const JsonTarget json(command.json, path);
  const output::ComparisonDirectory directory(
      path, command.overwrite ? output::Existing::overwrite : output::Existing::refuse);
  output::Comparison comparison(plan_of(order));
  if (!run_watched(order, comparison, stop.get_token(), command, language)) {
    messages.warn(in(language, tr("stopped; nothing was written")));
    return ExitCode::stopped;
  }
  const std::vector<output::SideStatistics> statistics = output::all_statistics(comparison);
  const std::string text = output::comparison_json(comparison.plan(), statistics);
  output::write_comparison(directory.arrays(), comparison, statistics);
  directory.publish(text);
  if (!json.is_stdout()) print(output::comparison_table(comparison.plan(), statistics, language));
  json.write(text);
  if (!command.quiet) messages.note(say(language, tr("files in {}/"), path.string()));
  return ExitCode::ok;
}

}  // namespace jtsim::app
