// Writes a comparison as JSON.
#include "output/comparison_json.hpp"

#include <cmath>

#include <nlohmann/json.hpp>

#include "output/provenance.hpp"

namespace jtsim::output {

namespace {

using Json = nlohmann::ordered_json;

void add_interval(Json& json, const MeanStatistics& s) {
  json["standard_error"] = s.standard_error;
  json["low"] = s.low;
  json["high"] = s.high;
}

Json json_of(const EffectStatistics& s, std::string_view unit) {
  Json json{{"unit", unit},
            {"base", s.base_mean},
            {"policy", s.policy_mean},
            {"difference", s.difference.mean}};
  add_interval(json, s.difference);
  json["replicates"] = s.difference.replicates;
  json["variance_ratio"] = s.variance_ratio;
  json["independent_replicates"] = s.independent_replicates;
  return json;
}

Json json_of(const MeanStatistics& s, std::string_view unit) {
  Json json{{"unit", unit}, {"mean", s.mean}};
  add_interval(json, s);
  json["replicates"] = s.replicates;
  return json;
}

Json json_of(const RatioStatistics& s, std::string_view unit) {
  return {{"unit", unit}, {"estimate", s.estimate}, {"interval", identifier(s.form)},
          {"low", s.low}, {"high", s.high},         {"replicates", s.replicates}};
}

/// With whom it rests on, if it does not stand for the whole region.
Json json_of(Json outcome, const Basis& basis) {
  if (!std::isnan(basis.persons)) {
    outcome["persons"] = basis.persons;
    outcome["below_minimum_group"] = basis.is_small;
  }
  return outcome;
}

Json json_of(const SideStatistics::Group& group, const Name& name) {
  Json json{{"label_zh", name.label_zh},
            {"label_en", name.label_en},
            {"persons", group.persons.mean},
            {"below_minimum_group", group.is_small}};
  json["winners"] = json_of(group.winners, "persons");
  json["losers"] = json_of(group.losers, "persons");
  for (std::size_t i = 0; i < group.outcomes.size(); ++i) {
    const GroupOutcome& outcome = all_group_outcomes()[i];
    json[std::string(outcome.name)] =
        json_of(json_of(group.outcomes[i], outcome.unit), group.bases[i]);
  }
  return json;
}

Json json_of(const ComparedRun& run) {
  return {{"name", run.name},
          {"directory", run.directory},
          {"label_zh", run.label_zh},
          {"label_en", run.label_en},
          {"scenario_digest", run.scenario_digest}};
}

Json changes_of(const configs::ScenarioDifferences& differences) {
  Json json = Json::object();
  for (const auto change : all_of_enum<configs::PolicyChange>()) {
    Json names = Json::array();
    for (const configs::ChangedPolicy& policy : differences.policies) {
      if (policy.change == change) names.push_back(policy.name);
    }
    json[std::string(identifier(change))] = std::move(names);
  }
  return json;
}

/// Rows of a table of outcomes with their statistics and whom they rest on, by name.
template <class Rows, class Statistics>
Json named(const Rows& rows, const std::vector<Statistics>& statistics,
           const std::vector<Basis>& bases) {
  Json json = Json::object();
  for (std::size_t i = 0; i < statistics.size(); ++i)
    json[std::string(rows[i].name)] = json_of(json_of(statistics[i], rows[i].unit), bases[i]);
  return json;
}

/// A cost rests on the persons of its result.
std::vector<Basis> cost_bases(const SideStatistics& statistics) {
  std::vector<Basis> bases;
  for (const Cost& cost : all_costs())
    bases.push_back(statistics.effect_bases[effect_index(cost.result)]);
  return bases;
}

Json json_of(const ComparisonPlan& plan, std::size_t side, const SideStatistics& statistics) {
  const ComparedRun& run = plan.policies[side];
  Json json = json_of(run);
  json["policies"] = changes_of(run.differences);
  json["budgets_and_cascade"] = run.differences.means;
  json["other_differences"] = run.differences.others;
  json["effects"] = named(all_effects(), statistics.effects, statistics.effect_bases);
  json["measures"] = named(all_measures(), statistics.measures, statistics.measure_bases);
  json["costs"] = named(all_costs(), statistics.costs, cost_bases(statistics));
  Json years = Json::object();
  for (std::size_t y = 0; y < plan.years.size(); ++y)
    years[std::to_string(plan.years[y])] = json_of(statistics.in_work[y], "persons");
  json["region_in_work_by_year"] = std::move(years);
  Json groups = Json::object();
  for (std::size_t g = 0; g < plan.groups.size(); ++g)
    groups[plan.groups[g].id] = json_of(statistics.groups[g], plan.groups[g]);
  json["groups"] = std::move(groups);
  return json;
}

}  // namespace

std::vector<SideStatistics> all_statistics(const Comparison& comparison) {
  std::vector<SideStatistics> all;
  for (std::size_t i = 0; i < comparison.plan().policies.size(); ++i)
    all.push_back(comparison.statistics(i));
  return all;
}

std::string comparison_json(const ComparisonPlan& plan, const std::vector<SideStatistics>& all) {
  const Provenance program = this_program();
  Json json{{"format_version", comparison_format_version},
            {"program_version", program.program_version},
            {"git_commit", program.git_commit},
            {"seed", plan.seed},
            {"first_replicate", plan.replicates.first},
            {"replicates", plan.replicates.count},
            {"confidence", confidence},
            {"price_year", plan.price_year},
            {"minimum_group", plan.minimum_group},
            {"base", json_of(plan.base)}};
  Json runs = Json::array();
  for (std::size_t i = 0; i < all.size(); ++i) runs.push_back(json_of(plan, i, all[i]));
  json["policy_runs"] = std::move(runs);
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jtsim::output
