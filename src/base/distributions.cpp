// Counts by summing probabilities outwards from the mode; normal deviates by rational
// approximation.
#include "base/distributions.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "base/error.hpp"
#include "base/log2.hpp"

namespace jtsim {

namespace {

// A weight (in units of the mode's) from which on a tail is dropped; all of it together is then
// less than the last of the 53 bits of u.
constexpr double negligible = 0x1p-57;

/// Ratios of neighbouring probabilities of Binomial(n, p), 0 < p < 1.
struct BinomialSteps {
  double n;
  double odds;

  double up(double k) const { return (n - k) * odds / (k + 1); }
  double down(double k) const { return k / ((n - k + 1) * odds); }
};

/// Ratios of neighbouring probabilities of Poisson(mean).
struct PoissonSteps {
  double mean;

  double up(double k) const { return mean / (k + 1); }
  double down(double k) const { return k / mean; }
};

/// Probabilities relative to the mode's: their sums below and above it, and the last count that
/// matters.
struct Sums {
  double below = 0;
  double above = 0;
  double last;
};

template <class Steps>
Sums sums_around(const Steps& steps, double mode, double largest) {
  Sums sums{.last = mode};
  double weight = 1;
  for (double k = mode; k > 0 && weight > negligible; --k) {
    weight *= steps.down(k);
    sums.below += weight;
  }
  weight = 1;
  for (; sums.last < largest && weight > negligible; ++sums.last) {
    weight *= steps.up(sums.last);
    sums.above += weight;
  }
  return sums;
}

/// The smallest k at which the cumulated weight reaches `target` <= weight below the mode.
template <class Steps>
double quantile_below(const Steps& steps, double mode, double below, double target) {
  double k = mode - 1;
  double weight = steps.down(mode);
  double cumulated = below;
  while (k > 0 && cumulated - weight >= target) {
    cumulated -= weight;
    weight *= steps.down(k);
    --k;
  }
  return k;
}

/// Starts at the mode, which needs the fewest steps and, with weights relative to it, no
/// factorials. Both walks add or subtract the same numbers in the same order whatever u is: that
/// makes the result monotone in u.
template <class Steps>
std::uint32_t quantile(const Steps& steps, double mode, double largest, double u) {
  const Sums sums = sums_around(steps, mode, largest);
  const double target = u * (sums.below + 1 + sums.above);
  if (mode > 0 && target <= sums.below) {
    return static_cast<std::uint32_t>(quantile_below(steps, mode, sums.below, target));
  }
  double k = mode;
  double weight = 1;
  double cumulated = sums.below + weight;
  while (k < sums.last && cumulated < target) {
    weight *= steps.up(k);
    cumulated += weight;
    ++k;
  }
  return static_cast<std::uint32_t>(k);
}

bool is_open_unit(double u) { return u > 0 && u < 1; }

/// c[0] + c[1] x + c[2] x^2 + ...
template <std::size_t size>
double polynomial(const std::array<double, size>& c, double x) {
  double sum = c[size - 1];
  for (std::size_t i = size - 1; i > 0; --i) sum = sum * x + c[i - 1];
  return sum;
}

/// A numerator and a denominator of degree 7, lowest power first.
struct Rational {
  std::array<double, 8> numerator;
  std::array<double, 8> denominator;

  double operator()(double x) const {
    return polynomial(numerator, x) / polynomial(denominator, x);
  }
};

// The coefficients of AS 241, PPND16: around the middle, in the tails, and in the far tails.
constexpr Rational middle = {
    {3.3871328727963666080e0, 1.3314166789178437745e+2, 1.9715909503065514427e+3,
     1.3731693765509461125e+4, 4.5921953931549871457e+4, 6.7265770927008700853e+4,
     3.3430575583588128105e+4, 2.5090809287301226727e+3},
    {1.0, 4.2313330701600911252e+1, 6.8718700749205790830e+2, 5.3941960214247511077e+3,
     2.1213794301586595867e+4, 3.9307895800092710610e+4, 2.8729085735721942674e+4,
     5.2264952788528545610e+3}};
constexpr Rational tail = {
    {1.42343711074968357734e0, 4.63033784615654529590e0, 5.76949722146069140550e0,
     3.64784832476320460504e0, 1.27045825245236838258e0, 2.41780725177450611770e-1,
     2.27238449892691845833e-2, 7.74545014278341407640e-4},
    {1.0, 2.05319162663775882187e0, 1.67638483018380384940e0, 6.89767334985100004550e-1,
     1.48103976427480074590e-1, 1.51986665636164571966e-2, 5.47593808499534494600e-4,
     1.05075007164441684324e-9}};
constexpr Rational far_tail = {
    {6.65790464350110377720e0, 5.46378491116411436990e0, 1.78482653991729133580e0,
     2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
     2.71155556874348757815e-5, 2.01033439929228813265e-7},
    {1.0, 5.99832206555887937690e-1, 1.36929880922735805310e-1, 1.48753612908506148525e-2,
     7.86869131145613259100e-4, 1.84631831751005468180e-5, 1.42151175831644588870e-7,
     2.04426310338993978564e-15}};

}  // namespace

std::uint32_t binomial_quantile(std::uint32_t n, double p, double u) {
  expect(p >= 0 && p <= 1, "a probability lies in [0, 1]");
  expect(is_open_unit(u), "u lies in (0, 1)");
  if (n == 0 || p == 0) return 0;
  if (p == 1) return n;
  const double largest = n;
  const double mode = std::min(std::floor((largest + 1) * p), largest);
  return quantile(BinomialSteps{.n = largest, .odds = p / (1 - p)}, mode, largest, u);
}

std::uint32_t poisson_quantile(double mean, double u) {
  expect(mean >= 0 && mean <= largest_poisson_mean, "a mean from 0 to 10^8");
  expect(is_open_unit(u), "u lies in (0, 1)");
  if (mean == 0) return 0;
  constexpr double largest = 0xFFFFFFFF;
  return quantile(PoissonSteps{mean}, std::floor(mean), largest, u);
}

double normal_quantile(double u) {
  expect(is_open_unit(u), "u lies in (0, 1)");
  // Where the three approximations of AS 241 meet, and the points they are centred on.
  constexpr double half_width = 0.425;
  constexpr double half_width_squared = half_width * half_width;
  constexpr double far = 5.0;
  constexpr double tail_centre = 1.6;
  const double q = u - 0.5;
  if (std::abs(q) <= half_width) return q * middle(half_width_squared - q * q);
  const double r = std::sqrt(-ln_fixed(std::min(u, 1 - u)));
  const double size = r <= far ? tail(r - tail_centre) : far_tail(r - far);
  return q < 0 ? -size : size;
}

}  // namespace jtsim
