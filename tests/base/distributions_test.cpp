// Our quantiles against Boost's distribution functions and its sampler.
#include "base/distributions.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/normal.hpp>
#include <boost/math/distributions/poisson.hpp>
#include <boost/random/binomial_distribution.hpp>
#include <boost/random/mersenne_twister.hpp>
#include <boost/random/poisson_distribution.hpp>
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/random.hpp"
#include "tests/base/chi_square.hpp"

using namespace jtsim;

namespace {

constexpr Luck luck{.seed = 5};
constexpr double smallest_u = 0x1p-53;
constexpr double largest_u = 1 - 0x1p-53;

double uniform_at(std::uint32_t i) { return uniform(luck, Stream::markov, i, 1); }

/// How far u lies outside [F(k - 1), F(k)] at k = quantile(u), at worst over random u and the ends.
template <class Distribution, class Quantile>
double worst_gap(const Distribution& distribution, const Quantile& quantile, std::uint32_t tries) {
  double worst = 0;
  for (std::uint32_t i = 0; i < tries; ++i) {
    const double u = i == 0 ? smallest_u : i == 1 ? largest_u : uniform_at(i);
    const double k = quantile(u);
    const double at = cdf(distribution, k);
    const double before = k > 0 ? cdf(distribution, k - 1) : 0;
    worst = std::max({worst, u - at, before - u});
  }
  return worst;
}

double binomial_gap(std::uint32_t n, double p, std::uint32_t tries) {
  const boost::math::binomial_distribution<double> distribution(n, p);
  return worst_gap(
      distribution, [&](double u) { return binomial_quantile(n, p, u); }, tries);
}

double poisson_gap(double mean, std::uint32_t tries) {
  const boost::math::poisson_distribution<double> distribution(mean);
  return worst_gap(
      distribution, [&](double u) { return poisson_quantile(mean, u); }, tries);
}

/// Counts of 200,000 quantiles at random u, for values 0 to `largest`.
template <class Quantile>
std::vector<double> counts_of(const Quantile& quantile, std::size_t largest) {
  std::vector<double> counts(largest + 1);
  for (std::uint32_t i = 0; i < 200'000; ++i) {
    counts[std::min<std::size_t>(quantile(uniform_at(i)), largest)]++;
  }
  return counts;
}

template <class Distribution>
std::vector<double> expected_counts(const Distribution& distribution, std::size_t largest) {
  std::vector<double> counts(largest + 1);
  for (std::size_t k = 0; k <= largest; ++k) {
    counts[k] = 200'000 * pdf(distribution, static_cast<double>(k));
  }
  return counts;
}

/// Two samples of equal size: with e = (a + b)/2 the statistic sum (a - e)^2 / e + (b - e)^2 / e.
ChiSquare two_samples(const std::vector<double>& a, const std::vector<double>& b) {
  ChiSquare result;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const double e = (a[i] + b[i]) / 2;
    if (e < 10) continue;
    result.statistic += ((a[i] - e) * (a[i] - e) + (b[i] - e) * (b[i] - e)) / e;
    ++result.cells;
  }
  return result;
}

template <class Quantile>
bool never_falls_near(const Quantile& quantile, double start) {
  double u = std::clamp(start, 0x1p-40, 1 - 0x1p-40);
  for (int i = 0; i < 100; ++i) u = std::nextafter(u, 0);
  std::uint32_t last = quantile(u);
  for (int i = 0; i < 200; ++i) {
    u = std::nextafter(u, 1);
    const std::uint32_t next = quantile(u);
    if (next < last) return false;
    last = next;
  }
  return true;
}

}  // namespace

TEST_CASE("the binomial quantile inverts the distribution function") {
  // The gap includes the error of Boost's own function.
  CHECK(binomial_gap(1, 0.5, 1000) < 1e-14);
  CHECK(binomial_gap(10, 0.3, 5000) < 1e-14);
  CHECK(binomial_gap(10, 0.97, 5000) < 1e-14);
  CHECK(binomial_gap(32'000, 0.0014, 5000) < 1e-14);
  CHECK(binomial_gap(20'000'000, 1e-9, 500) < 1e-14);
  CHECK(binomial_gap(20'000'000, 1 - 1e-7, 500) < 1e-14);
  CHECK(binomial_gap(20'000'000, 0.5, 50) < 1e-12);
}

TEST_CASE("the Poisson quantile inverts the distribution function") {
  CHECK(poisson_gap(0.001, 1000) < 1e-14);
  CHECK(poisson_gap(0.7, 5000) < 1e-14);
  CHECK(poisson_gap(45, 5000) < 1e-14);
  CHECK(poisson_gap(1e4, 500) < 1e-13);
  CHECK(poisson_gap(1e7, 50) < 1e-12);
}

TEST_CASE("quantiles never fall when u rises") {
  for (const double p : {0.001, 0.3, 0.5, 0.999}) {
    const auto quantile = [p](double u) { return binomial_quantile(1000, p, u); };
    const boost::math::binomial_distribution<double> distribution(1000, p);
    const auto mode = static_cast<int>(1000 * p);
    for (int k = std::max(mode - 5, 0); k < mode + 5; ++k) {
      CHECK(never_falls_near(quantile, cdf(distribution, std::min(k, 1000))));
    }
    std::uint32_t last = 0;
    for (int i = 1; i < 5000; ++i) {
      const std::uint32_t next = quantile(i / 5000.0);
      REQUIRE(next >= last);
      last = next;
    }
  }
}

TEST_CASE("equal luck couples neighbouring probabilities and numbers") {
  for (std::uint32_t i = 0; i < 2000; ++i) {
    const double u = uniform_at(i);
    const std::uint32_t k = binomial_quantile(1000, 0.05, u);
    CHECK(binomial_quantile(1000, 0.0505, u) - k <= 3);
    CHECK(binomial_quantile(1001, 0.05, u) - k <= 1);
    CHECK(poisson_quantile(50.5, u) - poisson_quantile(50, u) <= 3);
  }
}

TEST_CASE("certain and empty cases need no luck") {
  CHECK(binomial_quantile(0, 0.5, 0.7) == 0);
  CHECK(binomial_quantile(9, 0, largest_u) == 0);
  CHECK(binomial_quantile(9, 1, smallest_u) == 9);
  CHECK(poisson_quantile(0, largest_u) == 0);
  CHECK(binomial_quantile(9, 1e-300, largest_u) == 0);
  CHECK(binomial_quantile(9, std::numeric_limits<double>::denorm_min(), 0.5) == 0);
  CHECK(binomial_quantile(20'000'000, 1 - 0x1p-53, 0.5) == 20'000'000);
  CHECK(binomial_quantile(0xffffffff, 1e-9, 0.5) == 4);
  CHECK_THROWS_AS(binomial_quantile(9, 1.1, 0.5), LogicFault);
  CHECK_THROWS_AS(binomial_quantile(9, 0.5, 0), LogicFault);
  CHECK_THROWS_AS(poisson_quantile(-1, 0.5), LogicFault);
  CHECK_THROWS_AS(poisson_quantile(1, 1), LogicFault);
  CHECK_THROWS_AS(poisson_quantile(std::numeric_limits<double>::quiet_NaN(), 0.5), LogicFault);
}

TEST_CASE("samples follow the binomial law, and a wrong probability would be noticed") {
  constexpr std::uint32_t n = 1000;
  constexpr double p = 0.0144;
  const boost::math::binomial_distribution<double> distribution(n, p);
  const auto counts = [](double probability) {
    return counts_of([=](double u) { return binomial_quantile(n, probability, u); }, 60);
  };
  const auto expected = expected_counts(distribution, 60);
  CHECK_FALSE(chi_square(counts(p), expected).exceeds_bound());
  CHECK(chi_square(counts(p * 1.005), expected).exceeds_bound());
}

TEST_CASE("samples follow the Poisson law, and a shift by one would be noticed") {
  constexpr double mean = 3.2;
  const boost::math::poisson_distribution<double> distribution(mean);
  const auto expected = expected_counts(distribution, 30);
  const auto right = [](double u) { return poisson_quantile(mean, u); };
  const auto shifted = [](double u) { return poisson_quantile(mean, u) + (u > 0.99 ? 1 : 0); };
  CHECK_FALSE(chi_square(counts_of(right, 30), expected).exceeds_bound());
  CHECK(chi_square(counts_of(shifted, 30), expected).exceeds_bound());
}

TEST_CASE("samples are distributed as Boost's samples") {
  boost::random::mt19937 engine(17);
  boost::random::binomial_distribution<int> binomial(500, 0.09);
  boost::random::poisson_distribution<int> poisson(45);
  std::vector<double> boost_binomial(120);
  std::vector<double> boost_poisson(120);
  for (int i = 0; i < 200'000; ++i) {
    boost_binomial[static_cast<std::size_t>(std::min(binomial(engine), 119))]++;
    boost_poisson[static_cast<std::size_t>(std::min(poisson(engine), 119))]++;
  }
  const auto ours = counts_of([](double u) { return binomial_quantile(500, 0.09, u); }, 119);
  CHECK_FALSE(two_samples(ours, boost_binomial).exceeds_bound());
  const auto our_poisson = counts_of([](double u) { return poisson_quantile(45, u); }, 119);
  CHECK_FALSE(two_samples(our_poisson, boost_poisson).exceeds_bound());
  CHECK(two_samples(ours, boost_poisson).exceeds_bound());
}

TEST_CASE("the normal quantile agrees with Boost's to 15 digits, far tails included") {
  const boost::math::normal_distribution<long double> normal;
  double worst = 0;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    double u = uniform_at(i);
    if (i % 3 == 0) u = std::ldexp(u, -static_cast<int>(i % 900));
    const auto truth = boost::math::quantile(normal, static_cast<long double>(u));
    const long double error = (normal_quantile(u) - truth) / truth;
    worst = std::max(worst, static_cast<double>(std::abs(error)));
  }
  CHECK(worst < 1e-15);
}

TEST_CASE("the normal quantile is odd and 0 at one half") {
  CHECK(normal_quantile(0.5) == 0);
  for (int i = 1; i < 512; ++i) {
    const double u = i / 1024.0;
    CHECK(normal_quantile(u) == -normal_quantile(1 - u));
  }
  CHECK(std::abs(normal_quantile(0.975) - 1.959963984540054) < 1e-14);
  CHECK_THROWS_AS(normal_quantile(0), LogicFault);
  CHECK_THROWS_AS(normal_quantile(1), LogicFault);
}
