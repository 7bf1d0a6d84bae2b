// The analysis in a merged file.
#include <algorithm>
#include <array>
#include <cmath>

#include "output/no_value.hpp"
#include "output/sweep_file.hpp"

namespace jtsim::output {

namespace {

/// A figure of an influence and the array it goes to.
struct InfluenceArray {
  const char* name;
  Label meaning;
  double (*figure)(const FactorInfluence& influence);
};

constexpr auto influence_arrays = std::to_array<InfluenceArray>({
    {"rank_correlation", tr("Spearman's rank correlation of factor and outcome, over design rows"),
     [](const FactorInfluence& i) { return i.rank_correlation; }},
    {"tornado_low", tr("mean outcome over the rows in the lowest fifth of the factor"),
     [](const FactorInfluence& i) { return i.at_low; }},
    {"tornado_high", tr("mean outcome over the rows in the highest fifth of the factor"),
     [](const FactorInfluence& i) { return i.at_high; }},
    {"sobol_first", tr("first-order Sobol index"),
     [](const FactorInfluence& i) { return i.sobol.first.value; }},
    {"sobol_first_standard_error", tr("standard error of the first-order Sobol index"),
     [](const FactorInfluence& i) { return i.sobol.first.standard_error; }},
    {"sobol_total", tr("total Sobol index"),
     [](const FactorInfluence& i) { return i.sobol.total.value; }},
    {"sobol_total_standard_error", tr("standard error of the total Sobol index"),
     [](const FactorInfluence& i) { return i.sobol.total.standard_error; }},
    {"morris_mu", tr("mean elementary effect"),
     [](const FactorInfluence& i) { return i.effects.mu; }},
    {"morris_mu_star", tr("mean absolute elementary effect"),
     [](const FactorInfluence& i) { return i.effects.mu_star; }},
    {"morris_sigma", tr("standard deviation of elementary effects"),
     [](const FactorInfluence& i) { return i.effects.sigma; }},
});

bool has_figures(const std::vector<double>& values) {
  for (const double value : values) {
    if (!std::isnan(value)) return true;
  }
  return false;
}

std::vector<agents::Name> names_of(const std::vector<Objective>& objectives) {
  std::vector<agents::Name> names;
  for (const Objective& objective : objectives) names.push_back(name_of(objective));
  return names;
}

}  // namespace

void SweepFile::write_influences(const SweepAnalysis& analysis, std::size_t policies) {
  if (analysis.influences.empty()) return;
  std::size_t factors = 0;
  for (const FactorInfluence& i : analysis.influences) factors = std::max(factors, i.factor + 1);
  for (const InfluenceArray& array : influence_arrays) {
    std::vector<double> values(outcomes_ * policies * factors, no_value);
    for (const FactorInfluence& i : analysis.influences) {
      if (i.outcome < outcomes_)
        values[(i.outcome * policies + i.policy) * factors + i.factor] = array.figure(i);
    }
    // Indices that the design does not give have no array.
    if (has_figures(values))
      file_.add_array(array.name, array.meaning, {"outcome", "sweep_policy", "factor"}, values);
  }
}

void SweepFile::write_contrasts(const SweepAnalysis& analysis, std::size_t policies) {
  if (analysis.contrasts.empty()) return;
  std::array<std::vector<double>, 3> values;
  for (auto& column : values) column.assign(outcomes_ * policies, no_value);
  for (const PolicyContrast& c : analysis.contrasts) {
    if (c.outcome >= outcomes_) continue;
    const std::size_t at = c.outcome * policies + c.policy;
    values[0][at] = c.difference;
    values[1][at] = c.standard_error;
    values[2][at] = c.share_above;
  }
  const NamedArrays::Axes axes{"outcome", "sweep_policy"};
  file_.add_array("policy_difference", tr("mean difference from the first policy, over pairs"),
                  axes, values[0]);
  file_.add_array("policy_difference_standard_error", tr("its standard error over replicates"),
                  axes, values[1]);
  file_.add_array("policy_share_above",
                  tr("share of design rows in which it is above the first policy"), axes,
                  values[2]);
}

void SweepFile::write_objectives(const SweepAnalysis& analysis) {
  if (analysis.objectives.empty()) return;
  std::array<std::vector<double>, 3> by_policy;
  std::array<std::vector<double>, 2> by_objective;
  for (const ParetoPolicy& policy : analysis.policies) {
    by_policy[0].push_back(!policy.has_results() ? no_value : policy.is_efficient ? 1 : 0);
    by_policy[1].push_back(policy.share_efficient);
    by_policy[2].push_back(static_cast<double>(policy.replicates));
    for (std::size_t k = 0; k < policy.means.size(); ++k) {
      by_objective[0].push_back(policy.means[k]);
      by_objective[1].push_back(policy.standard_errors[k]);
    }
  }
  std::vector<std::string> outcomes;
  for (const Objective& objective : analysis.objectives)
    outcomes.push_back(analysis.outcomes[objective.outcome]);
  file_.add_names("objective", tr("what policies are compared by, less being better"),
                  names_of(analysis.objectives));
  file_.add_texts("objective_outcome", tr("outcome, or sum or mean of outcomes"), outcomes);
  const NamedArrays::Axes both{"sweep_policy", "objective"};
  file_.add_array("objective_mean", tr("mean over design rows"), both, by_objective[0]);
  file_.add_array("objective_standard_error", tr("its standard error over replicates"), both,
                  by_objective[1]);
  file_.add_array("is_efficient",
                  tr("no other policy is at least as good in all objectives and "
                     "better in one (1), by the means"),
                  {"sweep_policy"}, by_policy[0]);
  file_.add_array("share_efficient", tr("share of design rows in which that holds"),
                  {"sweep_policy"}, by_policy[1]);
  file_.add_array("objective_replicates", tr("replicates that the standard errors rest on"),
                  {"sweep_policy"}, by_policy[2]);
}

void SweepFile::write_analysis(const SweepAnalysis& analysis,
                               const std::vector<std::string>& policies) {
  std::vector<agents::Name> names;
  for (const std::string& policy : policies) names.push_back({policy, policy, policy});
  file_.add_names("sweep_policy", tr("policy of the sweep"), names);
  write_influences(analysis, policies.size());
  write_contrasts(analysis, policies.size());
  write_objectives(analysis);
}

}  // namespace jtsim::output
