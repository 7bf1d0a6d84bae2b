// Pairs runs of policies by row and replicate.
#include "src/sweep/policy_comparison.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "output/no_value.hpp"

namespace jtsim::app {

namespace {

using output::no_value;
using output::Objective;
using output::ParetoPolicy;

/// Whether `a` beats `b`.
bool dominates(const std::vector<double>& a, const std::vector<double>& b,
               const std::vector<Objective>& objectives) {
  bool is_better = false;
  for (std::size_t k = 0; k < objectives.size(); ++k) {
    const double gain = objectives[k].less_is_better ? b[k] - a[k] : a[k] - b[k];
    if (!(gain >= 0)) return false;
    is_better = is_better || gain > 0;
  }
  return is_better;
}

bool has_all(const std::vector<double>& values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

bool has_any(const RunTable& table) {
  return std::ranges::any_of(table.values, [](double value) { return std::isfinite(value); });
}

/// Copies of tables in which a run counts for all policies and objectives or for none.
class SharedRuns {
 public:
  explicit SharedRuns(const std::vector<std::vector<RunTable>>& tables) : tables_(tables) {
    const std::size_t policies = tables.front().size();
    for (std::size_t policy = 0; policy < policies; ++policy) {
      const bool is_there = std::ranges::all_of(
          tables, [&](const std::vector<RunTable>& of) { return has_any(of[policy]); });
      if (is_there) present_.push_back(policy);
    }
    const std::size_t runs = tables.front().front().values.size();
    is_shared_.resize(runs);
    for (std::size_t run = 0; run < runs; ++run) is_shared_[run] = has_all_at(run);
  }

  const std::vector<std::size_t>& present() const { return present_; }

  std::vector<double> values(std::size_t objective, std::size_t policy) const {
    const auto from = tables_[objective][policy].values;
    std::vector<double> values(from.size(), no_value);
    for (std::size_t run = 0; run < from.size(); ++run) {
      if (is_shared_[run]) values[run] = from[run];
    }
    return values;
  }

 private:
  bool has_all_at(std::size_t run) const {
    return std::ranges::all_of(tables_, [&](const std::vector<RunTable>& of) {
      return std::ranges::all_of(
          present_, [&](std::size_t policy) { return std::isfinite(of[policy].values[run]); });
    });
  }

  const std::vector<std::vector<RunTable>>& tables_;
  std::vector<std::size_t> present_;
  std::vector<bool> is_shared_;
};

/// Means of rows [choice][objective][row].
using MeansByRow = std::vector<std::vector<std::vector<double>>>;

void add_shares(const MeansByRow& means, const std::vector<Objective>& objectives,
                const std::vector<std::size_t>& present, ParetoComparison& comparison) {
  std::vector<std::size_t> counts(present.size(), 0);
  const std::size_t rows = present.empty() ? 0 : means.front().front().size();
  for (std::size_t row = 0; row < rows; ++row) {
    std::vector<std::vector<double>> here;
    for (const auto& choice : means) {
      std::vector<double>& values = here.emplace_back();
      for (const std::vector<double>& of_objective : choice) values.push_back(of_objective[row]);
    }
    if (!has_all(here.front())) continue;
    ++comparison.rows;
    const std::vector<bool> best = efficient(here, objectives);
    for (std::size_t i = 0; i < best.size(); ++i) counts[i] += best[i] ? 1U : 0U;
  }
  if (comparison.rows == 0) return;
  for (std::size_t i = 0; i < present.size(); ++i) {
    comparison.policies[present[i]].share_efficient =
        static_cast<double>(counts[i]) / static_cast<double>(comparison.rows);
  }
}

ParetoPolicy unknown_policy(std::size_t policy, std::size_t objectives) {
  ParetoPolicy unknown;
  unknown.policy = policy;
  unknown.means.assign(objectives, no_value);
  unknown.standard_errors.assign(objectives, no_value);
  unknown.share_efficient = no_value;
  return unknown;
}

}  // namespace

output::PolicyContrast contrast(const RunTable& base, const RunTable& policy) {
  expect(base.values.size() == policy.values.size(), "policies have the same rows");
  std::vector<double> differences(base.values.size());
  for (std::size_t i = 0; i < differences.size(); ++i)
    differences[i] = policy.values[i] - base.values[i];
  const MeanOverRows mean = mean_over_rows({base.replicates, differences});
  output::PolicyContrast contrast;
  contrast.rows = mean.rows;
  contrast.pairs = mean.values;
  contrast.replicates = mean.replicates;
  contrast.difference = mean.mean;
  contrast.standard_error = mean.standard_error;
  contrast.share_above = mean.share_above;
  return contrast;
}

std::vector<bool> efficient(const std::vector<std::vector<double>>& values,
                            const std::vector<Objective>& objectives) {
  std::vector<bool> best;
  for (const std::vector<double>& choice : values) {
    best.push_back(has_all(choice) &&
                   std::ranges::none_of(values, [&](const std::vector<double>& other) {
                     return has_all(other) && dominates(other, choice, objectives);
                   }));
  }
  return best;
}

ParetoComparison compare_policies(const std::vector<std::vector<RunTable>>& tables,
                                  const std::vector<Objective>& objectives) {
  ParetoComparison comparison;
  if (objectives.empty()) return comparison;
  const std::size_t policies = tables.front().size();
  for (std::size_t policy = 0; policy < policies; ++policy)
    comparison.policies.push_back(unknown_policy(policy, objectives.size()));
  const SharedRuns shared(tables);
  const std::size_t replicates = tables.front().front().replicates;
  MeansByRow means;
  for (const std::size_t present : shared.present()) {
    ParetoPolicy& policy = comparison.policies[present];
    means.emplace_back();
    for (std::size_t k = 0; k < objectives.size(); ++k) {
      const std::vector<double> values = shared.values(k, present);
      const MeanOverRows mean = mean_over_rows({replicates, values});
      policy.means[k] = mean.mean;
      policy.standard_errors[k] = mean.standard_error;
      policy.replicates = mean.replicates;
      means.back().push_back(row_means({replicates, values}));
    }
  }
  std::vector<std::vector<double>> overall;
  for (const ParetoPolicy& policy : comparison.policies) overall.push_back(policy.means);
  const std::vector<bool> best = efficient(overall, objectives);
  for (std::size_t i = 0; i < best.size(); ++i) comparison.policies[i].is_efficient = best[i];
  add_shares(means, objectives, shared.present(), comparison);
  return comparison;
}

}  // namespace jtsim::app
