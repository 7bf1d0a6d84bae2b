// An analysis as JSON.
#include <nlohmann/json.hpp>

#include "configs/factors.hpp"
#include "output/reported_sweep.hpp"
#include "src/figure_text.hpp"
#include "src/sweep/analysis_text.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;
using configs::DesignKind;
using output::FactorInfluence;
using output::Objective;
using output::PolicyContrast;
using output::SweepAnalysis;

Json interval_json(double value, double standard_error, std::size_t count) {
  const output::MeanInterval interval = output::interval_of(value, standard_error, count);
  return {json_number(interval.low), json_number(interval.high)};
}

Json json_of(const SweepPlan& plan, const SweepAnalysis& analysis, const FactorInfluence& i) {
  Json json{{"outcome", analysis.outcomes[i.outcome]},
            {"policy", plan.policies[i.policy].name},
            {"factor", plan.factors[i.factor].path},
            {"rows", i.rows},
            {"rank_correlation", json_number(i.rank_correlation)},
            {"at_low", json_number(i.at_low)},
            {"at_high", json_number(i.at_high)}};
  if (plan.design.kind == DesignKind::saltelli) {
    Json sobol = sobol_json(i.sobol);
    sobol["blocks"] = i.blocks;
    sobol["first_interval"] =
        interval_json(i.sobol.first.value, i.sobol.first.standard_error, i.blocks);
    sobol["total_interval"] =
        interval_json(i.sobol.total.value, i.sobol.total.standard_error, i.blocks);
    json["sobol"] = std::move(sobol);
  }
  if (plan.design.kind == DesignKind::morris) {
    json["morris"] = {{"paths", i.effects.paths},
                      {"mu", json_number(i.effects.mu)},
                      {"mu_star", json_number(i.effects.mu_star)},
                      {"sigma", json_number(i.effects.sigma)}};
  }
  return json;
}

Json json_of(const SweepPlan& plan, const SweepAnalysis& analysis, const PolicyContrast& c) {
  return {{"outcome", analysis.outcomes[c.outcome]},
          {"policy", plan.policies[c.policy].name},
          {"base", plan.policies.front().name},
          {"rows", c.rows},
          {"pairs", c.pairs},
          {"replicates", c.replicates},
          {"difference", json_number(c.difference)},
          {"standard_error", json_number(c.standard_error)},
          {"interval", interval_json(c.difference, c.standard_error, c.replicates)},
          {"share_above", json_number(c.share_above)}};
}

Json numbers_json(const std::vector<double>& numbers) {
  Json list = Json::array();
  for (const double number : numbers) list.push_back(json_number(number));
  return list;
}

Json head_json(const SweepPlan& plan, const SweepAnalysis& analysis) {
  Json factors = Json::array();
  for (const PlannedFactor& f : plan.factors) {
    const bool is_list = f.distribution == identifier(configs::Distribution::list);
    factors.push_back({{"path", f.path},
                       {"unit", f.unit},
                       {"distribution", f.distribution},
                       {"low", is_list ? Json() : Json(f.low)},
                       {"high", is_list ? Json() : Json(f.high)},
                       {"values", f.values}});
  }
  Json policies = Json::array();
  for (const configs::SweepPolicy& policy : plan.policies) policies.push_back(policy.name);
  return {{"sweep", plan.name},
          {"digest", plan.digest},
          {"design", identifier(plan.design.kind)},
          {"design_settings",
           {{"points", plan.design.points},
            {"levels", plan.design.levels},
            {"seed", plan.design.seed}}},
          {"design_rows", plan.rows()},
          {"replicates", plan.replicates},
          {"seeds", identifier(plan.seeds)},
          {"runs",
           {{"planned", plan.runs()},
            {"done", analysis.runs_done},
            {"failed", analysis.runs_failed},
            {"missing", analysis.runs_missing}}},
          {"factors", std::move(factors)},
          {"policies", std::move(policies)},
          {"outcomes", analysis.outcomes}};
}

void add_policies(const SweepPlan& plan, const SweepAnalysis& analysis, Json& json) {
  json["objectives"] = Json::array();
  for (const Objective& objective : analysis.objectives) {
    json["objectives"].push_back({{"name", objective.name},
                                  {"outcome", analysis.outcomes[objective.outcome]},
                                  {"less_is_better", objective.less_is_better}});
  }
  json["absent_objectives"] = analysis.absent_objectives;
  json["rows_compared"] = analysis.rows_compared;
  json["pareto"] = Json::array();
  for (const output::ParetoPolicy& policy : analysis.policies) {
    Json intervals = Json::array();
    for (std::size_t k = 0; k < policy.means.size(); ++k) {
      intervals.push_back(
          interval_json(policy.means[k], policy.standard_errors[k], policy.replicates));
    }
    json["pareto"].push_back(
        {{"policy", plan.policies[policy.policy].name},
         {"means", numbers_json(policy.means)},
         {"standard_errors", numbers_json(policy.standard_errors)},
         {"replicates", policy.replicates},
         {"intervals", std::move(intervals)},
         {"is_efficient", policy.has_results() ? Json(policy.is_efficient) : Json()},
         {"share_efficient", json_number(policy.share_efficient)}});
  }
}

}  // namespace

std::string analysis_json(const SweepPlan& plan, const SweepAnalysis& analysis) {
  Json json = head_json(plan, analysis);
  add_policies(plan, analysis, json);
  json["contrasts"] = Json::array();
  for (const PolicyContrast& c : analysis.contrasts)
    json["contrasts"].push_back(json_of(plan, analysis, c));
  json["drivers"] = Json::array();
  for (const FactorInfluence& i : analysis.influences)
    json["drivers"].push_back(json_of(plan, analysis, i));
  return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace jtsim::app
