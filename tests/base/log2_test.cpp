// Our logarithms and powers against long double, within the errors their header promises.
#include "base/log2.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

#include <doctest/doctest.h>

#include "base/random.hpp"

using namespace jtsim;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
constexpr double smallest = std::numeric_limits<double>::denorm_min();
constexpr double largest = std::numeric_limits<double>::max();
constexpr Luck luck{.seed = 31};

/// Distance of `got` from the truth in units of the truth's last place.
double ulps(double got, long double truth) {
  const double size = std::abs(static_cast<double>(truth));
  const double ulp = std::nextafter(size, infinity) - size;
  return static_cast<double>(std::abs(static_cast<long double>(got) - truth)) / ulp;
}

double uniform_at(std::uint32_t i, std::uint16_t month) {
  return uniform(luck, Stream::markov, i, month);
}

/// Any positive finite double, subnormal ones included, each exponent equally often.
double any_positive(std::uint32_t i) {
  constexpr std::uint64_t sign = std::uint64_t{1} << 63;
  const double x = std::bit_cast<double>(draw64(luck, Stream::markov, i, 9) & ~sign);
  return x > 0 && x < infinity ? x : 1;
}

std::uint64_t mix(std::uint64_t digest, double x) {
  constexpr std::uint64_t prime = 0x100000001b3;  // FNV-1a, 64 bits, word by word
  return (digest ^ std::bit_cast<std::uint64_t>(x)) * prime;
}

}  // namespace

TEST_CASE("log2 and ln stay within one unit in the last place") {
  double worst_log2 = 0;
  double worst_ln = 0;
  for (std::uint32_t i = 0; i < 300'000; ++i) {
    const double u = uniform_at(i, 1);
    for (const double x : {u, 0.5 + u, 1 + (u - 0.5) * 1e-7, any_positive(i)}) {
      worst_log2 =
          std::max(worst_log2, ulps(log2_fixed(x), std::log2(static_cast<long double>(x))));
      worst_ln = std::max(worst_ln, ulps(ln_fixed(x), std::log(static_cast<long double>(x))));
    }
  }
  CHECK(worst_log2 < 1);
  CHECK(worst_ln < 1);
}

TEST_CASE("exp2 stays within one unit in the last place") {
  double worst = 0;
  for (std::uint32_t i = 0; i < 500'000; ++i) {
    const double u = uniform_at(i, 1);
    for (const double x : {2 * u - 1, 2045 * u - 1021}) {
      worst = std::max(worst, ulps(exp2_fixed(x), std::exp2(static_cast<long double>(x))));
    }
  }
  CHECK(worst < 1);
}

TEST_CASE("pow stays within two units in the last place") {
  double worst = 0;
  const auto try_out = [&worst](double x, double y) {
    const double power = pow_fixed(x, y);
    if (power < 1e-305 || power > 1e305) return;
    worst = std::max(worst, ulps(power, std::pow(static_cast<long double>(x), y)));
  };
  for (std::uint32_t i = 0; i < 300'000; ++i) {
    const double y = 20 * uniform_at(i, 1) - 10;
    try_out(3 * uniform_at(i, 2), y);
    try_out(any_positive(i), y / 7);
    try_out(1 + (uniform_at(i, 2) - 0.5) * 1e-3, 1e5 * y);
  }
  CHECK(worst < 2);
}

TEST_CASE("whole powers of two are exact both ways") {
  for (int k = -1074; k <= 1023; ++k) {
    const double power = std::ldexp(1.0, k);
    CHECK(exp2_fixed(k) == power);
    CHECK(log2_fixed(power) == k);
    CHECK(pow_fixed(power, 1) == power);
    CHECK(pow_fixed(2, k) == power);
  }
}

TEST_CASE("log2 never falls between neighbouring numbers where pieces meet") {
  for (const double start : {1.0, 0.70710678118654752440, 1.4142135623730950488, 2.0, 0.5}) {
    double x = start;
    for (int i = 0; i < 1000; ++i) x = std::nextafter(x, 0);
    for (int i = 0; i < 2000; ++i) {
      const double next = std::nextafter(x, infinity);
      REQUIRE(log2_fixed(x) <= log2_fixed(next));
      x = next;
    }
  }
}

TEST_CASE("special values give the limits") {
  CHECK(log2_fixed(0) == -infinity);
  CHECK(log2_fixed(-0.0) == -infinity);
  CHECK(log2_fixed(infinity) == infinity);
  CHECK(std::isnan(log2_fixed(-1)));
  CHECK(std::isnan(log2_fixed(-infinity)));
  CHECK(std::isnan(log2_fixed(not_a_number)));
  CHECK(ln_fixed(0) == -infinity);
  CHECK(ln_fixed(1) == 0);
  CHECK(std::isnan(ln_fixed(-smallest)));
  CHECK(log2_fixed(smallest) == -1074);
  CHECK(log2_fixed(largest) == 1024);

  CHECK(exp2_fixed(1024) == infinity);
  CHECK(exp2_fixed(infinity) == infinity);
  CHECK(exp2_fixed(-1074) == smallest);
  CHECK(exp2_fixed(-1076) == 0);
  CHECK(exp2_fixed(-infinity) == 0);
  CHECK(std::isnan(exp2_fixed(not_a_number)));
}

TEST_CASE("pow has the limits of the real power") {
  CHECK(pow_fixed(0, 0) == 1);
  CHECK(pow_fixed(not_a_number, 0) == 1);
  CHECK(pow_fixed(1, not_a_number) == 1);
  CHECK(pow_fixed(0, 2) == 0);
  CHECK(pow_fixed(0, -2) == infinity);
  CHECK(pow_fixed(infinity, 2) == infinity);
  CHECK(pow_fixed(infinity, -2) == 0);
  CHECK(pow_fixed(2, infinity) == infinity);
  CHECK(pow_fixed(2, -infinity) == 0);
  CHECK(pow_fixed(0.5, infinity) == 0);
  CHECK(pow_fixed(1e300, 2) == infinity);
  CHECK(pow_fixed(1e-300, 2) == 0);
  CHECK(std::isnan(pow_fixed(-1, 2)));
  CHECK(std::isnan(pow_fixed(2, not_a_number)));
}

TEST_CASE("the bits are those of every other machine") {
  // Computed once; any x86-64 processor and any optimisation level gives the same.
  std::uint64_t digest = 0xcbf29ce484222325;
  for (std::uint32_t i = 0; i < 100'000; ++i) {
    const double u = uniform_at(i, 1);
    digest = mix(digest, log2_fixed(u));
    digest = mix(digest, ln_fixed(any_positive(i)));
    digest = mix(digest, exp2_fixed(100 * u));
    digest = mix(digest, pow_fixed(u, 3 * uniform_at(i, 2)));
  }
  CHECK(digest == 0xfabaef033254f5d1);
}
