// Means, variances and Fieller's interval.
#include "output/paired_statistics.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

#include "base/error.hpp"
#include "base/moments.hpp"
#include "base/student_t.hpp"
#include "output/no_value.hpp"

namespace jtsim::output {

namespace {

constexpr double infinite = std::numeric_limits<double>::infinity();

/// Beyond, Student's distribution is the normal one for all that a figure shows.
constexpr std::size_t most_degrees = 10'000;

double student_t(std::size_t count) {
  const std::size_t degrees = std::min(count - 1, most_degrees);
  return student_t_quantile(0.5 + confidence / 2, static_cast<int>(degrees));
}

/// The three parts of paired values, without replicates that lack one.
struct PairedColumns {
  std::vector<double> base;
  std::vector<double> policy;
  std::vector<double> difference;

  explicit PairedColumns(std::span<const PairedValue> values) {
    for (const PairedValue& value : values) {
      if (std::isnan(value.difference())) continue;
      base.push_back(value.base);
      policy.push_back(value.policy);
      difference.push_back(value.difference());
    }
  }
};

/// The set of ratios r with a r^2 - 2 b r + c <= 0.
void set_interval(double a, double b, double c, RatioStatistics& ratio) {
  ratio.low = -infinite;
  ratio.high = infinite;
  const double root = b * b - a * c;
  if (a == 0 || (a < 0 && root <= 0)) {
    ratio.form = IntervalForm::unbounded;
    return;
  }
  // Rounding may leave a little below 0 where numerator and denominator are proportional.
  const double half = std::sqrt(std::max(0.0, root)) / std::abs(a);
  ratio.form = a > 0 ? IntervalForm::bounded : IntervalForm::two_rays;
  ratio.low = b / a - half;
  ratio.high = b / a + half;
}

}  // namespace

double half_interval(double standard_error, std::size_t count) {
  return count < 2 ? no_value : student_t(count) * standard_error;
}

MeanStatistics mean_statistics(std::span<const double> values) {
  std::vector<double> known;
  for (const double value : values) {
    if (!std::isnan(value)) known.push_back(value);
  }
  MeanStatistics s{known.size(), no_value, no_value, no_value, no_value};
  if (known.empty()) return s;
  s.mean = mean_of(known);
  if (known.size() < 2) return s;
  s.standard_error = std::sqrt(variance_of(known) / static_cast<double>(known.size()));
  const double half = half_interval(s.standard_error, known.size());
  s.low = s.mean - half;
  s.high = s.mean + half;
  return s;
}

EffectStatistics effect_statistics(std::span<const PairedValue> values) {
  const PairedColumns columns(values);
  EffectStatistics s{no_value, no_value, mean_statistics(columns.difference), no_value, no_value};
  const std::size_t count = columns.difference.size();
  if (count == 0) return s;
  s.base_mean = mean_of(columns.base);
  s.policy_mean = mean_of(columns.policy);
  if (count < 2) return s;
  const double apart = variance_of(columns.base) + variance_of(columns.policy);
  const double paired = variance_of(columns.difference);
  if (paired > 0) {
    s.variance_ratio = apart / paired;
  } else if (apart > 0) {
    s.variance_ratio = infinite;
  }
  s.independent_replicates = static_cast<double>(count) * s.variance_ratio;
  return s;
}

RatioStatistics ratio_statistics(std::span<const double> numerators,
                                 std::span<const double> denominators) {
  expect(numerators.size() == denominators.size(), "a ratio has pairs of values");
  std::vector<double> x;
  std::vector<double> y;
  for (std::size_t i = 0; i < numerators.size(); ++i) {
    if (std::isnan(numerators[i]) || std::isnan(denominators[i])) continue;
    x.push_back(numerators[i]);
    y.push_back(denominators[i]);
  }
  RatioStatistics ratio{x.size(), no_value, IntervalForm::unknown, -infinite, infinite};
  if (x.empty()) return ratio;
  const double above = mean_of(x);
  const double below = mean_of(y);
  if (below != 0) ratio.estimate = above / below;
  if (x.size() < 2) return ratio;
  const double t = student_t(x.size());
  const double scale = t * t / static_cast<double>(x.size());
  set_interval(below * below - scale * variance_of(y), above * below - scale * covariance_of(x, y),
               above * above - scale * variance_of(x), ratio);
  return ratio;
}

}  // namespace jtsim::output
