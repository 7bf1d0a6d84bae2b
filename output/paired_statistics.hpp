// Statistics of paired differences over replicates, and of ratios of two of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/enum_table.hpp"

namespace jtsim::output {

/// Intervals hold the true mean with this probability.
inline constexpr double confidence = 0.90;

/// One outcome in both runs of a pair; NaN in a replicate that has none.
struct PairedValue {
  double base = 0;
  double policy = 0;

  double difference() const { return policy - base; }
};

/// A mean over replicates with its interval by Student's t. NaN where there are no values, the
/// interval also where there is one.
struct MeanStatistics {
  std::size_t replicates = 0;
  double mean = 0;
  double standard_error = 0;
  double low = 0;
  double high = 0;
};

/// Half the width of the interval of a mean of `count` values with this standard error; NaN for
/// fewer than two.
double half_interval(double standard_error, std::size_t count);

/// Of the values that are not NaN, summed in the given order.
MeanStatistics mean_statistics(std::span<const double> values);

struct EffectStatistics {
  double base_mean = 0;
  double policy_mean = 0;
  MeanStatistics difference;
  /// (variance of base + variance of policy) / variance of the difference: how many times as many
  /// independent replicates a side needs as pairs. Infinite if the difference never varies but the
  /// sides do; NaN if nothing varies.
  double variance_ratio = 0;
  /// Replicates of each run, drawn independently, for the same standard error.
  double independent_replicates = 0;
};

EffectStatistics effect_statistics(std::span<const PairedValue> values);

/// What the interval of a ratio looks like. `bounded`: [low, high]. `two_rays`: everything up to
/// `low` and everything from `high` on, because the denominator may be 0. `unbounded`: every number
/// is possible. `unknown`: fewer than two replicates.
enum class IntervalForm : std::uint8_t { bounded, two_rays, unbounded, unknown };

struct RatioStatistics {
  std::size_t replicates = 0;
  /// Mean of the numerator over mean of the denominator; NaN if that is 0.
  double estimate = 0;
  IntervalForm form = IntervalForm::unknown;
  double low = 0;
  double high = 0;
};

/// Ratio of two means over the same replicates with its interval by Fieller's theorem (E. C.
/// Fieller 1954, Journal of the Royal Statistical Society B 16, 175-185).
RatioStatistics ratio_statistics(std::span<const double> numerators,
                                 std::span<const double> denominators);

}  // namespace jtsim::output

namespace jtsim {
template <>
inline constexpr std::array<Label, 4> labels_of<output::IntervalForm>{{
    tr("bounded"),
    tr("two rays"),
    tr("unbounded"),
    tr("unknown"),
}};
}  // namespace jtsim
