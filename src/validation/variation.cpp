// Variances within and between draws.
#include "src/validation/variation.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "output/summary.hpp"

namespace jtsim::app {

namespace {

double variance_of(const std::vector<double>& values) {
  if (values.size() < 2) return 0;
  const auto n = static_cast<double>(values.size());
  const double mean = std::accumulate(values.begin(), values.end(), 0.0) / n;
  double sum = 0;
  for (const double value : values) sum += (value - mean) * (value - mean);
  return sum / (n - 1);
}

}  // namespace

std::vector<double> means_of(const DrawTable& table) {
  std::vector<double> means;
  for (const std::vector<double>& row : table)
    means.push_back(std::accumulate(row.begin(), row.end(), 0.0) / static_cast<double>(row.size()));
  return means;
}

Variation variation_of(const DrawTable& table) {
  std::vector<double> means;
  double within = 0;
  for (const std::vector<double>& row : table) {
    const double mean = means_of({row}).front();
    if (!std::isfinite(mean)) continue;
    means.push_back(mean);
    within += variance_of(row);
  }
  Variation v;
  v.draws = means.size();
  if (means.empty()) return v;
  within /= static_cast<double>(means.size());
  const double replicates = static_cast<double>(table.front().size());
  v.by_luck = std::sqrt(within);
  v.by_parameters = std::sqrt(std::max(0.0, variance_of(means) - within / replicates));
  std::ranges::sort(means);
  v.q10 = output::quantile(means, 0.1);
  v.q50 = output::quantile(means, 0.5);
  v.q90 = output::quantile(means, 0.9);
  return v;
}

}  // namespace jtsim::app
