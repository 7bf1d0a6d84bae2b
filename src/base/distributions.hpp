// Quantile functions: turn one uniform number into a count or a normal deviate, with the same bits
// on every machine.
//
// Inversion keeps common random numbers coupled: all of these rise with u, so two runs that differ
// a little in n, p or mean, at equal u, differ little in the result.
#pragma once

#include <cstdint>

namespace jtsim {

/// Largest mean of `poisson_quantile`.
inline constexpr double largest_poisson_mean = 1e8;

/// The smallest k with P(Binomial(n, p) <= k) >= u, for p in [0, 1] and u in (0, 1). Never falls
/// when u rises. The distribution function meant is exact within 1e-14 for small counts and 1e-12
/// at n = 20 million. Takes some 20 steps of about 1.5 ns per standard deviation.
std::uint32_t binomial_quantile(std::uint32_t n, double p, double u);

/// The smallest k with P(Poisson(mean) <= k) >= u, for u in (0, 1) and a mean from 0 to
/// `largest_poisson_mean`. Monotone, exact and fast as `binomial_quantile`.
std::uint32_t poisson_quantile(double mean, double u);

/// The standard normal quantile for u in (0, 1), relative error below 1e-15 (Wichura 1988,
/// "Algorithm AS 241: the percentage points of the normal distribution", Applied Statistics 37,
/// 477-484, PPND16).
double normal_quantile(double u);

}  // namespace jtsim
