// Splits a whole number in proportion to weights so that the parts are whole and sum exactly to it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace jtsim {

/// What is left of an exact share after rounding down, in units of the weights.
struct ShareRemainder {
  double value;
  std::size_t index;
};

/// Memory that repeated calls of `apportion` use again.
using ApportionScratch = std::vector<ShareRemainder>;

/// Largest-remainder (Hamilton) apportionment: share i is total * weights[i] / sum of weights
/// rounded down, and what is then missing goes in ones to the largest remainders, ties to the lower
/// index. The shares sum to `total`; weight 0 gets 0. Remainders are exact, and so are ties, if the
/// weights are whole and total * sum of weights <= 2^53. `total` is at most 2^53; total and weights
/// are not negative, the weights finite, and not all 0 unless `total` is.
void apportion(std::int64_t total, std::span<const double> weights, std::span<std::int64_t> shares,
               ApportionScratch& scratch);
/// The same for a `total` below 2^31.
void apportion(std::int64_t total, std::span<const double> weights, std::span<std::int32_t> shares,
               ApportionScratch& scratch);

/// The shares as a new vector, for a `total` below 2^31.
std::vector<std::int32_t> apportion(std::int64_t total, std::span<const double> weights);

/// Gives every part in turn the floor or the ceiling of its share of `count`, whole numbers that
/// sum to `count`: a systematic sample that starts at `u`. For u uniform on (0, 1) a part gets its
/// exact share on average, however small; the largest remainder would give nothing, time after
/// time, to a part of less than half a unit.
class SystematicSample {
 public:
  /// `total_weight` is the sum of all weights that `next` will be given.
  SystematicSample(std::int64_t count, double total_weight, double u)
      : count_(static_cast<double>(count)), total_weight_(total_weight), u_(u) {}

  std::int32_t next(double weight) {
    weight_ += weight;
    const auto reached = static_cast<std::int64_t>(weight_ * count_ / total_weight_ + u_);
    const std::int64_t given = reached - given_;
    given_ = reached;
    return static_cast<std::int32_t>(given);
  }

 private:
  double count_;
  double total_weight_;
  double u_;
  double weight_ = 0;
  std::int64_t given_ = 0;
};

}  // namespace jtsim
