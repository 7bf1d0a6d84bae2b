// Logarithm, exponential and power with the same bits on every machine, for whatever decides who or
// what.
//
// The C library's functions differ in the last bit between machines. These use only + - * / and bit
// operations in a fixed order, so any x86-64 machine gives the same result. One ulp is the distance
// between neighbouring doubles.
#pragma once

#include "base/log2_kernel.hpp"

namespace jtsim {

namespace detail {
/// The logarithms of numbers that are not both normal and positive.
double log2_of_others(double x);
double ln_of_others(double x);
}  // namespace detail

/// Base-2 logarithm of x, within 1 ulp; exact for powers of two.
/// log2(0) = -inf, log2(inf) = inf, NaN for negative x and NaN.
inline double log2_fixed(double x) {
  if (log2_kernel::is_normal_and_positive(x)) [[likely]]
    return log2_kernel::log2_sum(x).high;
  return detail::log2_of_others(x);
}

/// Natural logarithm of x, within 1 ulp. Special values as for `log2_fixed`.
inline double ln_fixed(double x) {
  if (log2_kernel::is_normal_and_positive(x)) [[likely]]
    return log2_kernel::ln_sum(x).high;
  return detail::ln_of_others(x);
}

/// 2 to the power x, within 1 ulp where the result is a normal number; exact for whole x.
/// inf from x = 1024 on, 0 below x = -1075, NaN for NaN.
double exp2_fixed(double x);

/// x to the power y for x >= 0, within 1 ulp while the result lies between 2^-64 and 2^64, within
/// 16 ulp for any normal result. pow(x, 0) = pow(1, y) = 1; pow(0, y) = 0 for y > 0 and inf for y <
/// 0; NaN for negative x and NaN.
double pow_fixed(double x, double y);

}  // namespace jtsim
