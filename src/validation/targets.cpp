// Reads targets, runs their scenarios and looks their figures up.
#include "src/validation/targets.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <mutex>
#include <sstream>
#include <tuple>

#include <fmt/format.h>

#include "configs/scenario.hpp"
#include "configs/table_checks.hpp"
#include "configs/value_text.hpp"
#include "output/summary.hpp"
#include "src/model.hpp"
#include "src/replicates.hpp"
#include "src/validation/measures.hpp"

namespace jtsim::app {

namespace {

namespace cf = configs;

constexpr double any_number = 1e15;

/// The columns of the table.
struct TargetRow {
  std::string id;
  Use use = Use::H;
  std::string scenario;
  std::string outcome;
  double value = 0;
  double low = 0;
  double high = 0;
  std::string unit;
  std::string label_zh;
  std::string label_en;
  std::string reason;
  std::string source;

  static constexpr auto fields() {
    using S = TargetRow;
    constexpr Interval any{-any_number, any_number};
    return std::tuple{
        option({"id", "", "row of the list of targets", ""}, &S::id),
        option({"use", "", "C, H or X", ""}, &S::use),
        option({"scenario", "", "file and overrides", ""}, &S::scenario),
        option({"outcome", "", "a figure of the run", ""}, &S::outcome),
        number({"value", "", "evidence", ""}, &S::value, any, {}),
        number({"low", "", "lowest accepted", ""}, &S::low, any, {}),
        number({"high", "", "highest accepted", ""}, &S::high, any, {}),
        option({"unit", "", "of the three", ""}, &S::unit),
        option({"label_zh", "", "Chinese name", ""}, &S::label_zh),
        option({"label_en", "", "English name", ""}, &S::label_en),
        option({"reason", "", "why it is not measured", ""}, &S::reason),
        option({"source", "", "of the evidence", ""}, &S::source),
    };
  }
};

TargetRow row_of(const cf::CsvTable& table, std::size_t i, cf::Problems& problems) {
  TargetRow row;
  for_each_field<TargetRow>([&](const auto& field) {
    const std::string& text = cf::cell_text(table, i, field.text.name);
    const auto fault = cf::set_from_text(text, {field.valid, field.text.unit}, row.*(field.member));
    if (fault) cf::report(table, i, field.text.name, *fault, problems);
  });
  if (row.low > row.high) cf::report(table, i, "low", {"is above high", ""}, problems);
  const bool measured = !row.scenario.empty() && !row.outcome.empty();
  if (!measured && row.reason.empty())
    cf::report(table, i, "reason", {"the row names neither an outcome nor a reason", ""}, problems);
  return row;
}

Target target_of(TargetRow row) {
  Target target;
  target.row = {.id = std::move(row.id),
                .use = row.use,
                .what = Sentence::written(std::move(row.label_zh), std::move(row.label_en)),
                .unit = std::move(row.unit),
                .accepted = {row.low, row.high},
                .note = row.reason.empty() ? std::move(row.source) : std::move(row.reason)};
  target.scenario = std::move(row.scenario);
  target.outcome = std::move(row.outcome);
  return target;
}

cf::Scenario load(const std::filesystem::path& configs, const std::string& words) {
  std::istringstream stream(words);
  std::string file;
  stream >> file;
  std::vector<std::string> overrides;
  for (std::string word; stream >> word;) overrides.push_back(word);
  return cf::load_scenario(configs / file, overrides);
}

/// Figures of all replicates by name.
using Values = std::map<std::string, std::map<std::uint32_t, double>>;

Values values_of(const cf::Scenario& scenario, const TargetRuns& runs) {
  const Model model(scenario);
  const output::Layout layout = model.layout({0, runs.replicates});
  Values values;
  std::mutex mutex;
  ReplicateWork work;
  work.run = [&](std::uint32_t replicate) {
    const auto result = model.simulate(layout, replicate, {});
    if (!result) return Outcome::given_up;
    std::vector<output::Outcome> outcomes = output::outcomes_of(layout, *result);
    for (output::Outcome& outcome : measures_of(scenario, layout, *result))
      outcomes.push_back(std::move(outcome));
    const std::scoped_lock lock(mutex);
    for (const output::Outcome& outcome : outcomes)
      if (!std::isnan(outcome.value)) values[outcome.name][replicate] = outcome.value;
    return Outcome::done;
  };
  work.release = [] {};
  work.look = [] {};
  run_replicates({0, runs.replicates}, std::min(runs.threads, runs.replicates), work, {});
  return values;
}

void look_up(const Values& values, Target& target) {
  const auto found = values.find(target.outcome);
  if (found == values.end()) {
    target.row.note = fmt::format("this run has no figure `{}`", target.outcome);
    return;
  }
  std::vector<double> all;
  for (const auto& [replicate, value] : found->second) all.push_back(value);
  const output::Statistics statistics = output::statistics_of(std::move(all));
  target.row.value = statistics.mean;
  target.row.standard_error = statistics.standard_error;
  if (found->second.size() > 1) target.row.spread = Interval{statistics.q05, statistics.q95};
}

}  // namespace

std::vector<Target> read_targets(const std::filesystem::path& configs, const std::string& file) {
  cf::FileSource source = cf::FileSource::disk(configs);
  cf::Problems problems;
  const cf::ReadResult text = source.read(file, cf::CsvLimits::bytes);
  if (!text.text)
    problems.add({{file, 0, 0}, "targets", fmt::format("the file {}", text.refusal), ""});
  problems.throw_if_any(configs);
  const auto table = cf::parse_csv({file, *text.text}, "targets", problems);
  std::vector<std::string> titles;
  for_each_field<TargetRow>([&](const auto& field) { titles.emplace_back(field.text.name); });
  std::vector<Target> targets;
  if (table && cf::check_header(*table, titles, problems)) {
    cf::check_unique(*table, {"id"}, problems);
    for (std::size_t i = 0; i < table->rows.size(); ++i)
      targets.push_back(target_of(row_of(*table, i, problems)));
  }
  problems.throw_if_any(configs);
  return targets;
}

Findings measure_targets(std::vector<Target> targets, const TargetRuns& runs) {
  std::vector<std::string> scenarios;
  for (const Target& target : targets) {
    if (!target.scenario.empty() &&
        std::ranges::find(scenarios, target.scenario) == scenarios.end())
      scenarios.push_back(target.scenario);
  }
  for (const std::string& scenario : scenarios) {
    runs.tell(scenario);
    const Values values = values_of(load(runs.configs, scenario), runs);
    for (Target& target : targets) {
      if (target.scenario == scenario) look_up(values, target);
    }
  }
  Findings findings;
  for (Target& target : targets) findings.push_back(std::move(target.row));
  return findings;
}

}  // namespace jtsim::app
