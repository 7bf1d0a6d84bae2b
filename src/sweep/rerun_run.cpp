// Computes a run again and holds it against the merged file.
#include "src/sweep/rerun_run.hpp"

#include <bit>
#include <unordered_map>

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/problems.hpp"
#include "output/no_value.hpp"
#include "output/sweep_file_reader.hpp"
#include "src/sweep/plan_texts.hpp"
#include "src/sweep/point.hpp"

namespace jtsim::app {

namespace {

bool is_same(double a, double b) {
  return (a != a && b != b) || std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b);
}

void compare_outcomes(const output::StoredSweepRun& stored,
                      const std::vector<output::Outcome>& outcomes,
                      std::vector<std::string>& differences) {
  std::unordered_map<std::string, double> values;
  for (const output::Outcome& outcome : outcomes) values.emplace(outcome.name, outcome.value);
  for (std::size_t i = 0; i < stored.outcome_names.size(); ++i) {
    const auto at = values.find(stored.outcome_names[i]);
    const double again = at == values.end() ? output::no_value : at->second;
    if (is_same(stored.outcomes[i], again)) continue;
    differences.push_back(
        fmt::format("{}: {} against {}", stored.outcome_names[i], stored.outcomes[i], again));
  }
}

bool is_same(const output::Values& a, const output::Values& b) {
  if (const auto* reals = std::get_if<std::vector<double>>(&a)) {
    const auto* others = std::get_if<std::vector<double>>(&b);
    return others != nullptr && reals->size() == others->size() &&
           std::equal(reals->begin(), reals->end(), others->begin(),
                      [](double x, double y) { return is_same(x, y); });
  }
  return a == b;
}

int number_of(const char* option, std::optional<std::uint32_t> given, std::uint64_t count) {
  if (given && *given < count) return static_cast<int>(*given);
  throw InputError(
      Problem{{.file = std::string(command_line)},
              option,
              given ? Sentence(tr("{} is not in the sweep"), *given) : tr("is missing"),
              Sentence(tr("0 to {}"), count - 1)});
}

}  // namespace

SweepPlan plan_inside(const std::filesystem::path& file) {
  output::StoredSweep stored = output::read_stored_sweep(file);
  return plan_from({std::move(stored.plan), std::move(stored.points), std::move(stored.design),
                    std::move(stored.inputs)},
                   file.string());
}

RunChoice run_choice(const SweepPlan& plan, std::optional<std::uint32_t> point,
                     std::optional<std::uint32_t> replicate) {
  return {static_cast<std::uint64_t>(number_of("--point", point, plan.points())),
          static_cast<std::uint32_t>(number_of("--replicate", replicate, plan.replicates))};
}

configs::Scenario scenario_at(const SweepPlan& plan, std::uint64_t point) {
  return configs::load_scenario(plan.inputs, plan.overrides_of(point));
}

std::optional<std::vector<output::Outcome>> outcomes_again(const SweepPlan& plan,
                                                           const RunChoice& run,
                                                           const std::stop_token& stop) {
  const PointModel model(plan, run.point);
  const auto result = model.result(run.replicate, {.stop = stop});
  if (!result) return std::nullopt;
  return output::outcomes_of(model.layout(), *result);
}

std::optional<std::vector<std::string>> differences_of(const std::filesystem::path& file,
                                                       const SweepPlan& plan, const RunChoice& run,
                                                       const std::stop_token& stop) {
  if (!output::read_stored_sweep(file).keeps_runs) {
    throw InputError(Problem{{file.string(), 0, 0},
                             "",
                             tr("the file keeps means and quantiles only, no single run"),
                             tr("merge with --keep all, or rerun without --verify")});
  }
  const output::StoredSweepRun stored =
      output::read_stored_run(file, plan.arrays, run.point, run.replicate);
  if (stored.state != output::RunState::done) {
    throw InputError(Problem{
        {file.string(), 0, 0}, "", tr("the run is missing or failed"), tr("a run that is done")});
  }
  const PointModel model(plan, run.point);
  const auto result = model.result(run.replicate, {.stop = stop});
  if (!result) return std::nullopt;
  std::vector<std::string> differences;
  compare_outcomes(stored, output::outcomes_of(model.layout(), *result), differences);
  for (std::size_t i = 0; i < plan.arrays.size(); ++i) {
    const std::size_t at = model.layout().find(plan.arrays[i].name);
    if (at == result->values.size() || !is_same(result->values[at], stored.arrays[i]))
      differences.push_back(plan.arrays[i].name + ": other numbers");
  }
  return differences;
}

}  // namespace jtsim::app
