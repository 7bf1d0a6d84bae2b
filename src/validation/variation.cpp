// Variances within and between draws.
#include "src/validation/variation.hpp"

#include <algorithm>
#include <cmath>

#include "base/moments.hpp"
#include "output/summary.hpp"

namespace jtsim::app {

namespace {

/// 0 for a single value: nothing is known of its spread.
double spread_of(const std::vector<double>& values) {
  return values.size() < 2 ? 0 : variance_of(values);
}

}  // namespace

std::vector<double> means_of(const DrawTable& table) {
  std::vector<double> means;
  for (const std::vector<double>& row : table) means.push_back(mean_of(row));
  return means;
}

Variation variation_of(const DrawTable& table) {
  std::vector<double> means;
  double within = 0;
  for (const std::vector<double>& row : table) {
    const double mean = mean_of(row);
    if (!std::isfinite(mean)) continue;
    means.push_back(mean);
    within += spread_of(row);
  }
  Variation v;
  v.draws = means.size();
  if (means.empty()) return v;
  within /= static_cast<double>(means.size());
  const double replicates = static_cast<double>(table.front().size());
  v.by_luck = std::sqrt(within);
  v.by_parameters = std::sqrt(std::max(0.0, spread_of(means) - within / replicates));
  std::ranges::sort(means);
  v.q10 = output::quantile(means, 0.1);
  v.q50 = output::quantile(means, 0.5);
  v.q90 = output::quantile(means, 0.9);
  return v;
}

}  // namespace jtsim::app
