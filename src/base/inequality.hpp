// Measures of inequality: Gini, Theil and its parts, quantiles, Lorenz curve, Palma ratio.
#pragma once

#include <array>
#include <cstddef>
#include <limits>
#include <span>

#include "base/log2.hpp"
#include "base/vector_level.hpp"

namespace jtsim {

/// Where the Lorenz curve and the quantiles are taken, in percent of the population.
inline constexpr std::array<int, 12> lorenz_percents{5, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 99};

/// x ln x; 0 at 0, its limit.
inline double times_own_ln(double x) { return x > 0 ? x * ln_fixed(x) : 0.0; }

/// Sets out[i] = times_own_ln(values[i]) for all i, bit for bit at every level. Values are 0 or at
/// least 1 and below inf.
void times_own_ln(std::span<const double> values, std::span<double> out,
                  VectorLevel level = best_vector_level());

/// The distribution of values >= 0 that are added in ascending order, each with a weight > 0. A
/// weight w stands for w copies of the value: nothing is corrected for small samples. Sums are
/// taken in the order of adding, so equal calls give equal bits. What is not defined (no values, or
/// a ratio to a sum of 0) is NaN.
class Distribution {
 public:
  Distribution() = default;
  /// `total_weight`: of all values that will be added.
  explicit Distribution(double total_weight) : total_(total_weight) { next_percent(0); }

  /// `value_ln` is `times_own_ln(value)`, for those who add one value to several distributions.
  void add(double value, double weight, double value_ln) {
    const double mass = weight * value;
    ranked_ += mass * (2 * weight_ + weight);
    weight_ += weight;
    sum_ += mass;
    log_sum_ += weight * value_ln;
    while (weight_ >= due_) note(value);
  }
  void add(double value, double weight = 1) { add(value, weight, times_own_ln(value)); }

  double weight() const { return weight_; }
  double sum() const { return sum_; }
  double mean() const;
  /// Mean absolute difference of two members over twice the mean, a member and itself included.
  double gini() const;
  /// Mean of (x / mean) ln(x / mean).
  double theil() const;
  /// The smallest value that `lorenz_percents[k]` percent of the weight do not exceed.
  double quantile(std::size_t k) const;
  /// What the lowest `lorenz_percents[k]` percent have of the sum, linear between members.
  double lorenz(std::size_t k) const;
  /// Share of the uppermost tenth in the sum over that of the lowest four tenths.
  double palma() const;
  double p90_p10() const;

 private:
  void note(double value);
  void next_percent(std::size_t k);

  double total_ = 0;
  double weight_ = 0;
  double sum_ = 0;
  /// Sum of mass x (2 x weight below + own weight).
  double ranked_ = 0;
  double log_sum_ = 0;
  /// The weight at which the next percentage is reached.
  double due_ = std::numeric_limits<double>::infinity();
  std::size_t next_ = 0;
  std::array<double, lorenz_percents.size()> quantiles_{};
  std::array<double, lorenz_percents.size()> masses_{};
};

/// Position of a percentage on `lorenz_percents`, where it must be.
constexpr std::size_t percent_index(int percent) {
  std::size_t k = 0;
  while (lorenz_percents[k] != percent) ++k;
  return k;
}

/// Theil's T of a population in groups; the sum of both is T of all.
struct TheilParts {
  /// Mean T of the groups, weighted by their sums.
  double within = 0;
  /// T of a population in which everybody has the mean of his group.
  double between = 0;
};

/// How many a group has, and what they have together.
struct GroupSum {
  double weight = 0;
  double sum = 0;
};

/// Divides `theil`, which is that of all groups together. NaN if nobody has anything.
TheilParts theil_parts(double theil, std::span<const GroupSum> groups);

}  // namespace jtsim
