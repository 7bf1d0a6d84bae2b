// Chi-square statistics with the bound that a true hypothesis exceeds once in a million tests.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include <boost/math/distributions/chi_squared.hpp>

/// False alarms per test of a true hypothesis. All seeds are fixed: a test that passed once always
/// passes.
inline constexpr double false_alarm = 1e-6;

/// Sum of (observed - expected)^2 / expected; neighbouring cells are pooled until they expect at
/// least 10.
struct ChiSquare {
  double statistic = 0;
  int cells = 0;

  bool exceeds_bound() const {
    const boost::math::chi_squared distribution(cells - 1);
    return statistic > boost::math::quantile(boost::math::complement(distribution, false_alarm));
  }
};

inline ChiSquare chi_square(std::span<const double> observed, std::span<const double> expected) {
  constexpr double least_expected = 10;
  ChiSquare result;
  double o = 0;
  double e = 0;
  double rest = 0;
  for (const double x : expected) rest += x;
  for (std::size_t i = 0; i < expected.size(); ++i) {
    o += observed[i];
    e += expected[i];
    rest -= expected[i];
    const bool last = i + 1 == expected.size();
    if (!last && (e < least_expected || rest < least_expected)) continue;
    result.statistic += (o - e) * (o - e) / e;
    ++result.cells;
    o = e = 0;
  }
  return result;
}

/// The statistic of counts against equal expectations.
inline ChiSquare chi_square_uniform(std::span<const double> observed) {
  double total = 0;
  for (const double x : observed) total += x;
  const std::vector<double> expected(observed.size(), total / static_cast<double>(observed.size()));
  return chi_square(observed, expected);
}
