// Intervals and spreads that report and export share.
#include "output/reported_sweep.hpp"

#include <algorithm>
#include <cmath>

#include "base/moments.hpp"
#include "output/no_value.hpp"
#include "output/paired_statistics.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<double, 5> quantiles_shown{0.05, 0.25, 0.5, 0.75, 0.95};

}  // namespace

MeanInterval interval_of(double mean, double standard_error, std::size_t count) {
  const double half = half_interval(standard_error, count);
  return {mean - half, mean + half};
}

SpreadOverRows spread_of(const ReportedSweep& sweep, const ReportedOutcome& outcome,
                         std::size_t policy) {
  std::vector<double> means;
  for (std::uint64_t row = 0; row < sweep.rows; ++row) {
    const double mean = outcome.points[policy * sweep.rows + row].statistics.mean;
    if (std::isfinite(mean)) means.push_back(mean);
  }
  SpreadOverRows spread{means.size(), no_value, {}};
  spread.quantiles.fill(no_value);
  if (means.empty()) return spread;
  spread.mean = mean_of(means);
  std::ranges::sort(means);
  for (std::size_t i = 0; i < quantiles_shown.size(); ++i)
    spread.quantiles[i] = quantile(means, quantiles_shown[i]);
  return spread;
}

}  // namespace jtsim::output
