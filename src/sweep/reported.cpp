// Puts plan, analysis and words of a sweep together.
#include "src/sweep/reported.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "configs/parameter.hpp"
#include "configs/scenario.hpp"
#include "src/model.hpp"
#include "src/sweep/analyse.hpp"
#include "src/sweep/drivers.hpp"
#include "src/sweep/point.hpp"
#include "src/sweep/run_source.hpp"
#include "src/sweep/status.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;
using output::ReportedSweep;

/// Outcomes that a page shows beside the objectives, of each the last that fits: a year or span.
constexpr std::array<std::string_view, 10> main_outcomes{"rate.registered_unemployment.*",
                                                         "displaced.total",
                                                         "in_work.12",
                                                         "in_work.60",
                                                         "loss.present.share_of_shadow",
                                                         "spell.months_without_work",
                                                         "headline.unemployment.*",
                                                         "headline.mining.*",
                                                         "spending.region.*",
                                                         "inequality.gini.*"};
/// If a sweep keeps so few of these, its first others are shown as well.
constexpr std::size_t fewest_outcomes = 6;
/// Lines of a table of points, beyond which tables tell of the main outcomes.
constexpr std::uint64_t most_lines = 300'000;

/// Of "stock.retired.2029" and "stock.retired.2030" the last; others as they are, all in their
/// order.
std::vector<std::string> last_of_each(const std::vector<std::string>& names) {
  std::vector<std::string> lasts;
  std::set<std::string_view> seen;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    if (seen.insert(std::string_view(*name).substr(0, name->rfind('.'))).second)
      lasts.push_back(*name);
  }
  std::ranges::reverse(lasts);
  return lasts;
}

std::vector<std::string> main_of(const std::vector<std::string>& names) {
  std::vector<std::string> chosen;
  for (const std::string_view pattern : main_outcomes) {
    const auto last = std::find_if(names.rbegin(), names.rend(),
                                   [&](const std::string& name) { return fits(name, pattern); });
    if (last != names.rend()) chosen.push_back(*last);
  }
  for (const std::string& name : last_of_each(names)) {
    if (chosen.size() >= fewest_outcomes) break;
    if (std::ranges::find(chosen, name) == chosen.end()) chosen.push_back(name);
  }
  return chosen;
}

std::vector<std::string> chosen_outcomes(const SweepPlan& plan,
                                         const std::vector<std::string>& names, Breadth breadth) {
  const bool are_few =
      names.size() <= most_outcomes_unasked && names.size() * plan.points() <= most_lines;
  return breadth == Breadth::all && are_few ? names : main_of(names);
}

/// The declared parameter at a key path, or null.
const configs::Parameter* find_parameter(const std::vector<configs::Parameter>& parameters,
                                         std::string_view path) {
  const std::size_t dot = path.find('.');
  const auto at = std::ranges::find(parameters, path.substr(0, dot), &configs::Parameter::name);
  if (at == parameters.end()) return nullptr;
  return dot == std::string_view::npos ? &*at : find_parameter(at->children, path.substr(dot + 1));
}

/// What a parameter means; of a policy's behind the policy's name.
output::Name name_of(const std::string& path, const configs::Parameter* parameter,
                     const output::Axes& axes) {
  if (parameter == nullptr) return {path, path, path};
  output::Name name{path, parameter->meaning.told(Language::zh),
                    parameter->meaning.told(Language::en)};
  // Meanings go on from the unit: "share" and "of those offered it who ask for it".
  if (name.label_en.starts_with("of ") || name.label_en.starts_with("by which "))
    name.label_en.insert(0, parameter->unit.substr(0, parameter->unit.find('/')) + " ");
  constexpr std::string_view policies = "policies.";
  if (!path.starts_with(policies)) return name;
  const std::string policy =
      path.substr(policies.size(), path.find('.', policies.size()) - policies.size());
  const auto& all = axes[output::Axis::policy].names;
  const auto at = std::ranges::find(all, policy, &output::Name::id);
  if (at == all.end()) return name;
  const Label colon = tr("punctuation", ": ");
  name.label_zh = at->label_zh + std::string(in(Language::zh, colon)) + name.label_zh;
  name.label_en = at->label_en + std::string(in(Language::en, colon)) + name.label_en;
  return name;
}

class Reading {
 public:
  Reading(const SweepPlan& plan, const SweepPlace& place)
      : plan_(plan),
        scenario_(configs::load_scenario(plan.inputs, plan.overrides_of(0))),
        layout_(layout_of(scenario_, {0, plan.replicates})) {
    sweep_.origin.place = place.path().string();
    sweep_.origin.is_merged = place.is_merged();
    add_plan();
    add_factors();
  }

  void analyse_from(const RunSource& source, Breadth breadth) {
    AnalysisOrder order;
    order.outcomes = chosen_outcomes(plan_, source.names, breadth);
    sweep_.analysis = analyse(plan_, source, order, [&](const AnalysedOutcome& outcome) {
      sweep_.outcomes.push_back({output::outcome_label(outcome.name, layout_.axes()),
                                 outcome.points, outcome.influences, outcome.contrasts});
    });
  }

  void add_failures(const std::vector<FailedRun>& failures) {
    for (const FailedRun& run : failures)
      sweep_.failures.push_back({run.point, run.replicate, run.why});
  }

  ReportedSweep take() { return std::move(sweep_); }

 private:
  void add_plan() {
    const configs::Document& document = scenario_.document;
    output::SweepOrigin& origin = sweep_.origin;
    origin.name = plan_.name;
    origin.digest = plan_.digest;
    origin.program_version = plan_.program_version;
    origin.git_commit = plan_.git_commit;
    origin.label_zh = document.label_zh;
    origin.label_en = document.label_en;
    origin.price_year = document.income.price_year;
    origin.minimum_group = document.output.minimum_group;
    origin.set = plan_.set;
    origin.seed = fmt::format("{}", document.seed);
    sweep_.design = plan_.design.kind;
    sweep_.rows = plan_.rows();
    sweep_.replicates = plan_.replicates;
    sweep_.has_common_seeds = plan_.seeds == configs::SweepSeeds::common;
    for (const configs::SweepPolicy& policy : plan_.policies)
      sweep_.policies.push_back(policy.name);
  }

  void add_factors() {
    const std::vector<configs::Parameter> parameters =
        configs::parameters_of_document(scenario_.document);
    for (std::size_t i = 0; i < plan_.factors.size(); ++i) {
      const PlannedFactor& planned = plan_.factors[i];
      FactorColumn column = factor_column(plan_, i);
      output::ReportedFactor factor;
      factor.name = name_of(planned.path, find_parameter(parameters, planned.path), layout_.axes());
      factor.unit = planned.unit;
      const auto [low, high] = std::ranges::minmax(column.values);
      factor.low = low;
      factor.high = high;
      factor.values = std::move(column.values);
      factor.texts = std::move(column.texts);
      sweep_.factors.push_back(std::move(factor));
    }
  }

  const SweepPlan& plan_;
  configs::Scenario scenario_;
  output::Layout layout_;
  ReportedSweep sweep_;
};

}  // namespace

ReportedSweep reported_sweep(const fs::path& path, Breadth breadth) {
  const SweepPlace place(path);
  const SweepPlan plan = place.plan();
  Reading reading(plan, place);
  place.with_runs(plan, [&](const RunSource& source) { reading.analyse_from(source, breadth); });
  if (!place.is_merged()) reading.add_failures(status_of(SweepDirectory(path), plan).failures);
  return reading.take();
}

}  // namespace jtsim::app
