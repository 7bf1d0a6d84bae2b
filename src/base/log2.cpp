// Special cases of the logarithms, the exponential, and the power.
#include "base/log2.hpp"

#include <bit>
#include <cstdint>
#include <limits>

#include "base/log2_kernel.hpp"

namespace jtsim {

namespace {

using log2_kernel::Sum;

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

// Subnormal numbers times 2^54 are normal.
constexpr double subnormal_scale = 0x1p54;
constexpr double subnormal_shift = 54;

/// log2(x) for any finite x > 0.
Sum log2_of_positive(double x) {
  if (log2_kernel::is_normal_and_positive(x)) [[likely]]
    return log2_kernel::log2_sum(x);
  const Sum scaled = log2_kernel::log2_sum(x * subnormal_scale);
  const Sum high = log2_kernel::add_smaller(scaled.high, -subnormal_shift);
  return log2_kernel::add_smaller(high.high, high.low + scaled.low);
}

/// The logarithm of zero, infinity, negative numbers and NaN.
double log_of_special(double x) {
  if (x == 0) return -infinity;
  return x > 0 ? infinity : not_a_number;
}

/// 2^k for a normal result.
double power_of_two(std::int64_t k) {
  constexpr int mantissa_bits = 52;
  constexpr std::int64_t exponent_bias = 1023;
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + exponent_bias) << mantissa_bits);
}

/// 2^(x + rest) for |rest| far below 1 and a result that neither overflows nor vanishes.
double exp2_of_sum(double x, double rest) {
  // (2^f - 1)/f = ln 2 + f Q(f); Q is the minimax polynomial on [-1/2, 1/2] (Remez exchange) of
  // relative error 2^-64.
  constexpr double c1 = 0x1.62e42fefa39efp-1, c1_rest = 0x1.abc9e3b39803fp-56,
                   c2 = 0x1.ebfbdff82c58fp-3, c3 = 0x1.c6b08d704a0d1p-5, c4 = 0x1.3b2ab6fba4e82p-7,
                   c5 = 0x1.5d87fe78a22b1p-10, c6 = 0x1.430912f868d29p-13,
                   c7 = 0x1.ffcbfc75ed8b4p-17, c8 = 0x1.62c0224db2617p-20,
                   c9 = 0x1.b524db3ef77d4p-24, c10 = 0x1.e4cee8084c959p-28,
                   c11 = 0x1.ea04404d02e86p-32, c12 = 0x1.c4daeb1a5f168p-36;
  constexpr double round_to_whole = 0x1.8p52;  // adding it rounds to the nearest whole number
  const double whole = (x + round_to_whole) - round_to_whole;
  const double f = (x - whole) + rest;
  const double f2 = f * f;
  const double f4 = f2 * f2;
  const double low = (c2 + f * c3) + f2 * (c4 + f * c5);
  const double middle = (c6 + f * c7) + f2 * (c8 + f * c9);
  const double high = (c10 + f * c11) + f2 * c12;
  const Sum linear = log2_kernel::add_smaller(1, f * c1);
  const double curved = f * c1_rest + f2 * (low + f4 * (middle + f4 * high));
  const double power = linear.high + (linear.low + curved);
  // Two factors, because 2^whole alone may lie outside the normal range.
  const auto k = static_cast<std::int64_t>(whole);
  return power * power_of_two(k / 2) * power_of_two(k - k / 2);
}

constexpr double exp2_overflow = 1024;
constexpr double exp2_vanishes = -1075;

/// The exact product of a and b (Dekker 1971), barring overflow.
Sum product(double a, double b) {
  constexpr double splitter = 0x1p27 + 1;
  const double a_scaled = splitter * a;
  const double b_scaled = splitter * b;
  const double a_high = a_scaled - (a_scaled - a);
  const double b_high = b_scaled - (b_scaled - b);
  const double a_low = a - a_high;
  const double b_low = b - b_high;
  const double high = a * b;
  return {high, ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low};
}

}  // namespace

double detail::log2_of_others(double x) {
  return x > 0 && x < infinity ? log2_of_positive(x).high : log_of_special(x);
}

double detail::ln_of_others(double x) {
  constexpr double ln_of_scale = subnormal_shift * 0x1.62e42fefa39efp-1;  // 54 ln 2
  if (!(x > 0 && x < infinity)) return log_of_special(x);
  return log2_kernel::ln_sum(x * subnormal_scale).high - ln_of_scale;
}

double exp2_fixed(double x) {
  if (!(x < exp2_overflow)) return x >= exp2_overflow ? infinity : not_a_number;
  if (x < exp2_vanishes) return 0;
  return exp2_of_sum(x, 0);
}

double pow_fixed(double x, double y) {
  if (y == 0 || x == 1) return 1;
  if (!(x >= 0) || y != y) return not_a_number;
  if (x == 0 || x == infinity) return (x == 0) == (y > 0) ? 0 : infinity;
  const Sum log = log2_of_positive(x);
  const double estimate = y * log.high;
  if (!(estimate < exp2_overflow)) return infinity;
  if (estimate < exp2_vanishes) return 0;
  const Sum exponent = product(y, log.high);
  return exp2_of_sum(exponent.high, exponent.low + y * log.low);
}

}  // namespace jtsim
