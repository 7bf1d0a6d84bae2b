// The branch-free core of the logarithms, so that loops over many numbers can be vectorised around
// it.
#pragma once

#include <bit>
#include <cstdint>
#include <limits>

namespace jtsim::log2_kernel {

/// A number as the unevaluated sum of two doubles, the second within half an ulp of the first
/// unless said otherwise.
struct Sum {
  double high;
  double low;
};

/// The exact sum of a and b, where |a| >= |b| or a = 0.
[[gnu::always_inline]] constexpr Sum add_smaller(double a, double b) {
  const double high = a + b;
  return {high, b - (high - a)};
}

/// The upper 21 bits of x. Products of two such numbers, or of one with a 32-bit one, are exact.
[[gnu::always_inline]] constexpr double upper_bits(double x) {
  constexpr std::uint64_t mask = 0xFFFFFFFF00000000;
  return std::bit_cast<double>(std::bit_cast<std::uint64_t>(x) & mask);
}

/// True for 2^-1022 <= x < inf; one comparison.
constexpr bool is_normal_and_positive(double x) {
  constexpr auto first = std::bit_cast<std::uint64_t>(std::numeric_limits<double>::min());
  constexpr auto end = std::bit_cast<std::uint64_t>(std::numeric_limits<double>::infinity());
  return std::bit_cast<std::uint64_t>(x) - first < end - first;
}

/// x = 2^exponent (1 + fraction) with 1 + fraction between sqrt(1/2) and sqrt(2).
struct Split {
  double exponent;
  double fraction;
};

/// For normal x > 0. The exponent becomes a double by way of the bits of 2^52 + exponent, because
/// vector conversions of 64-bit integers are not found on every machine.
[[gnu::always_inline]] constexpr Split split(double x) {
  constexpr int mantissa_bits = 52;
  constexpr std::uint64_t bias = 1023;
  constexpr std::uint64_t root_half_bits = 0x3FE6A09E667F3BCD;
  constexpr std::uint64_t two_to_52_bits = 0x4330000000000000;
  constexpr double two_to_52_and_bias = 0x1p52 + 1023;
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t biased = (bits - root_half_bits + (bias << mantissa_bits)) >> mantissa_bits;
  const double exponent = std::bit_cast<double>(biased | two_to_52_bits) - two_to_52_and_bias;
  const double scaled = std::bit_cast<double>(bits - ((biased - bias) << mantissa_bits));
  return {exponent, scaled - 1};
}

/// ln(1 + f) = f - (f^2/2 - s (f^2/2 + z P(z))) with s = f / (2 + f), z = s^2, as `high` (21 bits)
/// + `low`. P is the minimax polynomial of (2 atanh(s)/s - 2)/z on the range of `Split` (Remez
/// exchange); its error is 2^-59.5 of the logarithm.
[[gnu::always_inline]] constexpr Sum ln_of_one_plus(double f) {
  constexpr double p0 = 0x1.5555555555592p-1, p1 = 0x1.999999997fdcbp-2, p2 = 0x1.24924941f121dp-2,
                   p3 = 0x1.c71c5208bd126p-3, p4 = 0x1.74663f238ed3dp-3, p5 = 0x1.39a1b28cd23d3p-3,
                   p6 = 0x1.2f05c9050c1efp-3;
  const double half_square = 0.5 * f * f;
  const double s = f / (2 + f);
  const double z = s * s;
  const double z2 = z * z;
  const double even = p0 + z2 * (p2 + z2 * (p4 + z2 * p6));
  const double odd = p1 + z2 * (p3 + z2 * p5);
  const double tail = s * (half_square + z * (even + z * odd));
  const double high = upper_bits(f - half_square);
  return {high, ((f - high) - half_square) + tail};
}

/// log2(x) for normal x > 0.
[[gnu::always_inline]] constexpr Sum log2_sum(double x) {
  constexpr double per_ln_high = 0x1.71547p+0;  // 1 / ln 2 = high (21 bits) + low
  constexpr double per_ln_low = 0x1.94ae0bf85ddf4p-22;
  const Split parts = split(x);
  const Sum ln = ln_of_one_plus(parts.fraction);
  const double high = ln.high * per_ln_high;  // exact
  const double low = (ln.high + ln.low) * per_ln_low + ln.low * per_ln_high;
  const Sum total = add_smaller(parts.exponent, high);
  return add_smaller(total.high, total.low + low);
}

/// ln(x) for normal x > 0.
[[gnu::always_inline]] constexpr Sum ln_sum(double x) {
  constexpr double ln_2_high = 0x1.62e42feep-1;  // ln 2 = high (32 bits) + low
  constexpr double ln_2_low = 0x1.a39ef35793c76p-33;
  const Split parts = split(x);
  const Sum ln = ln_of_one_plus(parts.fraction);
  const Sum total = add_smaller(parts.exponent * ln_2_high, ln.high);
  return add_smaller(total.high, total.low + (ln.low + parts.exponent * ln_2_low));
}

}  // namespace jtsim::log2_kernel
