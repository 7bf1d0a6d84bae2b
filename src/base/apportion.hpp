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

}  // namespace jtsim
