// `jtsim sweep analyse`.
#include <filesystem>
#include <optional>

#include "src/cli/sweep_actions.hpp"
#include "src/interrupt.hpp"
#include "src/json_target.hpp"
#include "src/sweep/analyse.hpp"
#include "src/sweep/analysis_files.hpp"
#include "src/sweep/analysis_text.hpp"
#include "src/sweep/run_source.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

fs::path default_folder(const SweepPlace& sweep) {
  const fs::path& path = sweep.path();
  if (!sweep.is_merged()) return path / "analysis";
  return path.parent_path() / (path.stem().string() + "_analysis");
}

void tell(const SweepPlan& plan, const output::SweepAnalysis& analysis, std::size_t left_out,
          const Messages& messages) {
  const Language language = messages.language();
  const std::uint64_t lost = analysis.runs_missing + analysis.runs_failed;
  if (lost > 0)
    messages.warn(say(language, tr("{} of {} runs have no results: figures rest on the others"),
                      lost, plan.runs()));
  if (left_out > 0)
    messages.warn(say(language,
                      tr("{} design rows (over all policies) are not in the matrices for SALib: "
                         "runs of theirs or of their block are missing"),
                      left_out));
}

}  // namespace

ExitCode analyse_sweep(const SweepCommand& command, const Messages& messages) {
  const std::stop_source stop;
  const InterruptWatch interrupt(stop);
  const SweepPlace sweep(command.subject);
  const SweepPlan plan = sweep.plan();
  const fs::path folder = command.output.empty() ? default_folder(sweep) : fs::path(command.output);
  const JsonTarget json(command.json_place, folder);
  const Language language = messages.language();
  output::SweepAnalysis analysis;
  std::size_t left_out = 0;
  bool is_whole = false;
  sweep.with_runs(plan, [&](const RunSource& source) {
    // No folder for a wish that is refused.
    std::optional<AnalysisFiles> files;
    const auto take = [&](const AnalysedOutcome& outcome) {
      if (!files) files.emplace(folder, plan);
      files->add(outcome);
    };
    analysis =
        analyse(plan, source, {command.outcomes, command.objectives, stop.get_token()}, take);
    // Who stops later finds everything written.
    is_whole = !stop.stop_requested();
    if (is_whole) left_out = files->finish(analysis);
  });
  if (!is_whole) {
    messages.warn(in(language, tr("stopped; nothing was written")));
    return ExitCode::stopped;
  }
  tell(plan, analysis, left_out, messages);
  json.write(analysis_json(plan, analysis));
  if (!json.is_stdout()) print(analysis_text(plan, analysis, language));
  if (!command.quiet) {
    messages.note(say(language, tr("{} outcomes analysed; files in {}/"), analysis.outcomes.size(),
                      folder.string()));
  }
  return ExitCode::ok;
}

}  // namespace jtsim::app
