// Applies the estimators of a design to its rows.
#include "src/sweep/drivers.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "base/error.hpp"
#include "base/moments.hpp"
#include "base/sensitivity.hpp"
#include "configs/number_text.hpp"
#include "output/no_value.hpp"

namespace jtsim::app {

namespace {

using configs::DesignKind;
using output::FactorInfluence;
using output::no_value;

/// The ends of a tornado hold one row in so many.
constexpr std::size_t rows_per_end_row = 5;

bool all_finite(std::span<const double> values) {
  return std::ranges::all_of(values, [](double value) { return std::isfinite(value); });
}

/// A factor and an outcome at the rows that have the outcome.
struct Pairs {
  std::vector<double> x;
  std::vector<double> y;

  Pairs(std::span<const double> inputs, std::span<const double> outcomes) {
    for (std::size_t i = 0; i < outcomes.size(); ++i) {
      if (!std::isfinite(outcomes[i])) continue;
      x.push_back(inputs[i]);
      y.push_back(outcomes[i]);
    }
  }

  /// Mean outcome where the factor lies in [low, high]; rows in their order.
  double mean_between(double low, double high) const {
    std::vector<double> chosen;
    for (std::size_t i = 0; i < x.size(); ++i) {
      if (x[i] >= low && x[i] <= high) chosen.push_back(y[i]);
    }
    return chosen.empty() ? no_value : mean_of(chosen);
  }
};

Bar bar_of_texts(const FactorColumn& factor, const Pairs& pairs) {
  Bar bar{no_value, no_value};
  for (std::size_t text = 0; text < factor.texts.size(); ++text) {
    const auto position = static_cast<double>(text);
    const double mean = pairs.mean_between(position, position);
    if (!std::isfinite(mean)) continue;
    bar.at_low = std::isfinite(bar.at_low) ? std::min(bar.at_low, mean) : mean;
    bar.at_high = std::isfinite(bar.at_high) ? std::max(bar.at_high, mean) : mean;
  }
  return bar;
}

FactorInfluence unknown_influence(std::size_t factor) {
  FactorInfluence influence;
  influence.factor = factor;
  influence.rank_correlation = no_value;
  influence.at_low = no_value;
  influence.at_high = no_value;
  constexpr SobolIndex no_index{no_value, no_value};
  influence.sobol = {no_index, no_index};
  influence.effects = {no_value, no_value, no_value, 0};
  return influence;
}

std::size_t whole_groups(std::span<const double> means, std::size_t length) {
  std::size_t whole = 0;
  for (std::size_t first = 0; first < means.size(); first += length)
    whole += all_finite(means.subspan(first, length)) ? 1U : 0U;
  return whole;
}

}  // namespace

FactorColumn factor_column(const SweepPlan& plan, std::size_t factor) {
  FactorColumn column;
  for (const auto& row : plan.values) {
    const auto number = configs::number_from_text(row[factor]);
    const double* value = std::get_if<double>(&number);
    if (value == nullptr) break;
    column.values.push_back(*value);
  }
  if (column.values.size() == plan.rows()) return column;
  column.values.clear();
  for (const auto& row : plan.values) {
    const auto at = std::ranges::find(column.texts, row[factor]);
    column.values.push_back(static_cast<double>(at - column.texts.begin()));
    if (at == column.texts.end()) column.texts.push_back(row[factor]);
  }
  return column;
}

std::size_t group_length(const SweepPlan& plan) {
  if (plan.design.kind == DesignKind::saltelli) return saltelli_block(plan.factors.size());
  if (plan.design.kind == DesignKind::morris) return plan.factors.size() + 1;
  return 1;
}

Bar tornado_bar(const FactorColumn& factor, std::span<const double> outcomes) {
  const Pairs pairs(factor.values, outcomes);
  if (pairs.x.empty()) return {no_value, no_value};
  if (factor.is_text()) return bar_of_texts(factor, pairs);
  std::vector<double> sorted = pairs.x;
  std::ranges::sort(sorted);
  const std::size_t end = (sorted.size() + rows_per_end_row - 1) / rows_per_end_row;
  constexpr double infinity = std::numeric_limits<double>::infinity();
  return {pairs.mean_between(-infinity, sorted[end - 1]),
          pairs.mean_between(sorted[sorted.size() - end], infinity)};
}

Drivers::Drivers(const SweepPlan& plan) : plan_(plan) {
  const DesignKind kind = plan.design.kind;
  const Design& design = plan.unit_design;
  const bool is_ordered = (kind != DesignKind::saltelli || is_saltelli(design)) &&
                          (kind != DesignKind::morris || is_morris(design));
  expect(is_ordered && (design.points() == 0 || design.points() == plan.rows()),
         "the points of a sweep are in the order of their design");
  for (std::size_t j = 0; j < plan.factors.size(); ++j) {
    factors_.push_back(factor_column(plan, j));
    ranks_.push_back(ranks_of(factors_.back().values));
  }
}

std::vector<double> Drivers::means_of(const RunTable& table) const {
  return group_means(table, group_length(plan_));
}

double Drivers::rank_correlation_with(std::size_t factor, std::span<const double> outcomes) const {
  if (factors_[factor].is_text()) return no_value;
  const Pairs pairs(factors_[factor].values, outcomes);
  return rank_correlation(pairs.x, pairs.y);
}

std::vector<FactorInfluence> Drivers::influences(std::span<const double> means) const {
  std::vector<FactorInfluence> all;
  const std::size_t factors = factors_.size();
  // Ranks of the factors are known as long as no row is missing.
  const bool is_complete = all_finite(means);
  const std::vector<double> ranks = is_complete ? ranks_of(means) : std::vector<double>();
  for (std::size_t j = 0; j < factors; ++j) {
    FactorInfluence& influence = all.emplace_back(unknown_influence(j));
    influence.rows = whole_groups(means, 1);
    const bool is_known = is_complete && !factors_[j].is_text();
    influence.rank_correlation =
        is_known ? correlation_of(ranks_[j], ranks) : rank_correlation_with(j, means);
    const Bar bar = tornado_bar(factors_[j], means);
    influence.at_low = bar.at_low;
    influence.at_high = bar.at_high;
  }
  if (plan_.design.kind == DesignKind::saltelli) {
    const std::vector<SobolIndices> indices = sobol_indices(factors, means);
    for (std::size_t j = 0; j < factors; ++j) {
      all[j].sobol = indices[j];
      all[j].blocks = whole_groups(means, group_length(plan_));
    }
  }
  if (plan_.design.kind == DesignKind::morris) {
    const std::vector<ElementaryEffects> effects = elementary_effects(plan_.unit_design, means);
    for (std::size_t j = 0; j < factors; ++j) all[j].effects = effects[j];
  }
  return all;
}

}  // namespace jtsim::app
