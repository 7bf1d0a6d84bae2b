// Reads targets, runs their scenarios and looks their figures up.
#include "src/validation/targets.hpp"

#include <map>
#include <sstream>
#include <tuple>

#include <fmt/format.h>

#include "configs/overrides.hpp"
#include "configs/table_checks.hpp"
#include "configs/value_text.hpp"
#include "output/summary.hpp"
#include "src/validation/figures.hpp"

namespace jtsim::app {

namespace {

namespace cf = configs;

constexpr double any_number = 1e15;
/// Between two scenarios of a target that is a ratio of runs.
constexpr std::string_view relative_word = " relative to ";

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
        option({"id", "", tr("row of the list of targets"), {}}, &S::id),
        option({"use", "", tr("C, H or X"), {}}, &S::use),
        option({"scenario", "", tr("file and overrides"), {}}, &S::scenario),
        option({"outcome", "", tr("a figure of the run"), {}}, &S::outcome),
        number({"value", "", tr("evidence"), {}}, &S::value, any, {}),
        number({"low", "", tr("lowest accepted"), {}}, &S::low, any, {}),
        number({"high", "", tr("highest accepted"), {}}, &S::high, any, {}),
        option({"unit", "", tr("of the three"), {}}, &S::unit),
        option({"label_zh", "", tr("Chinese name"), {}}, &S::label_zh),
        option({"label_en", "", tr("English name"), {}}, &S::label_en),
        option({"reason", "", tr("why it is not measured"), {}}, &S::reason),
        option({"source", "", tr("of the evidence"), {}}, &S::source),
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
  if (row.low > row.high) cf::report(table, i, "low", {tr("is above high"), {}}, problems);
  const bool measured = !row.scenario.empty() && !row.outcome.empty();
  if (!measured && row.reason.empty())
    cf::report(table, i, "reason", {tr("the row names neither an outcome nor a reason"), {}},
               problems);
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
  const std::size_t between = row.scenario.find(relative_word);
  if (between != std::string::npos) {
    target.relative_to = row.scenario.substr(between + relative_word.size());
    row.scenario.resize(between);
  }
  target.scenario = std::move(row.scenario);
  target.outcome = std::move(row.outcome);
  target.evidence = row.value;
  return target;
}

/// The figure by replicate; of a target that is a ratio of two runs, one over the other less 1.
std::vector<double> values_of(const std::map<std::string, Figures>& runs, const Target& target) {
  const auto figure = [&](const std::string& scenario) -> std::map<std::uint32_t, double> {
    const Figures& figures = runs.at(scenario);
    const auto found = figures.find(target.outcome);
    return found == figures.end() ? std::map<std::uint32_t, double>{} : found->second;
  };
  std::vector<double> values;
  const auto base =
      target.relative_to.empty() ? std::map<std::uint32_t, double>{} : figure(target.relative_to);
  for (const auto& [replicate, value] : figure(target.scenario)) {
    if (target.relative_to.empty())
      values.push_back(value);
    else if (base.contains(replicate))
      values.push_back(value / base.at(replicate) - 1);
  }
  return values;
}

void look_up(const std::map<std::string, Figures>& runs, Target& target) {
  std::vector<double> values = values_of(runs, target);
  if (values.empty()) {
    target.row.note = fmt::format("this run has no figure `{}`", target.outcome);
    return;
  }
  const bool varies = values.size() > 1;
  const output::Statistics statistics = output::statistics_of(std::move(values));
  target.row.value = statistics.mean;
  target.row.standard_error = statistics.standard_error;
  if (varies) target.row.spread = Interval{statistics.q05, statistics.q95};
}

Figures figures_of(const std::string& words, const TargetRuns& runs) {
  const std::vector<cf::Scenario> loaded{load_target_scenario(runs.configs, words)};
  auto measured = measure(loaded, {.replicates = {0, runs.replicates}, .threads = runs.threads});
  Measured& one = measured->front();
  if (!one.refusal.empty())
    throw InputError(Problem{{.file = words}, "", one.refusal, tr("a scenario that runs")});
  return std::move(one.figures);
}

}  // namespace

cf::Scenario load_target_scenario(const std::filesystem::path& configs, const std::string& words,
                                  const std::vector<std::string>& more) {
  std::istringstream stream(words);
  std::string file;
  stream >> file;
  std::vector<std::string> overrides;
  for (std::string word; stream >> word;) overrides.push_back(word);
  overrides.insert(overrides.end(), more.begin(), more.end());
  const std::filesystem::path path = configs / file;
  return cf::load_scenario_with(
      path, cf::rebased_overrides(overrides, {.from = {}, .to = path.parent_path()}));
}

std::vector<Target> read_targets(const std::filesystem::path& configs, const std::string& file) {
  cf::FileSource source = cf::FileSource::disk(configs);
  cf::Problems problems;
  const cf::ReadResult text = source.read(file, cf::CsvLimits::bytes);
  if (!text.text)
    problems.add({{file, 0, 0}, "targets", Sentence(tr("the file {}"), text.refusal), {}});
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
  std::map<std::string, Figures> figures;
  const auto run = [&](const std::string& words) {
    if (words.empty() || figures.contains(words)) return;
    runs.tell(words);
    figures[words] = figures_of(words, runs);
  };
  for (const Target& target : targets) {
    run(target.scenario);
    run(target.relative_to);
  }
  Findings findings;
  for (Target& target : targets) {
    if (!target.scenario.empty()) look_up(figures, target);
    findings.push_back(std::move(target.row));
  }
  return findings;
}

}  // namespace jtsim::app
