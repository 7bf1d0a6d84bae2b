// Sensitivity measures against functions whose indices are known.
#include "base/sensitivity.hpp"

#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace jtsim;

namespace {

using Function = std::function<double(std::span<const double>)>;

std::vector<double> results_of(const Design& design, const Function& function) {
  std::vector<double> results;
  for (std::size_t i = 0; i < design.points(); ++i) results.push_back(function(design.point(i)));
  return results;
}

std::vector<SobolIndices> indices_of(std::size_t base_points, std::size_t dimensions,
                                     const Function& function) {
  return sobol_indices(dimensions, results_of(saltelli_design(base_points, dimensions), function));
}

/// Ishigami and Homma 1990: three angles, of which the last acts only through the first.
constexpr double a = 7;
constexpr double b = 0.1;
double ishigami(std::span<const double> u) {
  const auto angle = [](double x) { return std::numbers::pi * (2 * x - 1); };
  const double sine = std::sin(angle(u[1]));
  return std::sin(angle(u[0])) + a * sine * sine +
         b * std::pow(angle(u[2]), 4) * std::sin(angle(u[0]));
}

/// Sobol's g-function with the given coefficients.
double sobol_g(std::span<const double> u, std::span<const double> coefficients) {
  double product = 1;
  for (std::size_t j = 0; j < u.size(); ++j)
    product *= (std::fabs(4 * u[j] - 2) + coefficients[j]) / (1 + coefficients[j]);
  return product;
}

}  // namespace

TEST_CASE("Sobol indices of the Ishigami function are within 0.02 of its closed form") {
  const double pi4 = std::pow(std::numbers::pi, 4);
  const double v1 = 0.5 * (1 + b * pi4 / 5) * (1 + b * pi4 / 5);
  const double v2 = a * a / 8;
  const double v13 = b * b * pi4 * pi4 * (1.0 / 18 - 1.0 / 50);
  const double v = v1 + v2 + v13;
  const std::array<double, 3> first{v1 / v, v2 / v, 0};
  const std::array<double, 3> total{(v1 + v13) / v, v2 / v, v13 / v};
  // 2^14 base points, and 2^14 evaluations in all, of which each base point takes five.
  for (const std::size_t base_points : {std::size_t{1} << 14, (std::size_t{1} << 14) / 5}) {
    const auto indices = indices_of(base_points, 3, ishigami);
    for (std::size_t j = 0; j < 3; ++j) {
      CAPTURE(j);
      CHECK(std::fabs(indices[j].first.value - first[j]) < 0.02);
      CHECK(std::fabs(indices[j].total.value - total[j]) < 0.02);
    }
  }
}

TEST_CASE("Sobol indices of the g-function follow its coefficients") {
  const std::array<double, 6> coefficients{0, 0.5, 3, 9, 99, 99};
  std::array<double, 6> partial{};
  double whole = 1;
  for (std::size_t j = 0; j < 6; ++j) {
    partial[j] = 1.0 / 3 / ((1 + coefficients[j]) * (1 + coefficients[j]));
    whole *= 1 + partial[j];
  }
  const double v = whole - 1;
  const auto indices = indices_of(1 << 13, 6, [&](auto u) { return sobol_g(u, coefficients); });
  for (std::size_t j = 0; j < 6; ++j) {
    CAPTURE(j);
    CHECK(std::fabs(indices[j].first.value - partial[j] / v) < 0.01);
    CHECK(std::fabs(indices[j].total.value - partial[j] * whole / (1 + partial[j]) / v) < 0.01);
  }
}

TEST_CASE("standard errors of Sobol indices are those of repetitions with independent points") {
  constexpr int repetitions = 200;
  constexpr std::size_t n = 256;
  double sum = 0;
  double squares = 0;
  double claimed = 0;
  for (int r = 0; r < repetitions; ++r) {
    const Design both = random_design(n, 6, static_cast<std::uint64_t>(r + 1));
    std::vector<double> results;
    for (std::size_t i = 0; i < n; ++i) {
      const auto first = both.point(i).first(3);
      const auto second = both.point(i).last(3);
      results.push_back(ishigami(first));
      for (std::size_t j = 0; j < 3; ++j) {
        std::array<double, 3> mixed{first[0], first[1], first[2]};
        mixed[j] = second[j];
        results.push_back(ishigami(mixed));
      }
      results.push_back(ishigami(second));
    }
    const SobolIndex total = sobol_indices(3, results)[0].total;
    sum += total.value / repetitions;
    squares += total.value * total.value / repetitions;
    claimed += total.standard_error / repetitions;
  }
  // 200 repetitions know a standard deviation within 5 %; three of these.
  CHECK(claimed == doctest::Approx(std::sqrt(squares - sum * sum)).epsilon(0.15));
}

TEST_CASE("base points with a failed result are left out whole") {
  std::vector<double> results = results_of(saltelli_design(1 << 12, 3, 5), ishigami);
  const auto sound = sobol_indices(3, results);
  for (std::size_t i = 0; i < results.size(); i += 97)
    results[i] = std::numeric_limits<double>::quiet_NaN();
  const auto holed = sobol_indices(3, results);
  for (std::size_t j = 0; j < 3; ++j)
    CHECK(holed[j].total.value == doctest::Approx(sound[j].total.value).epsilon(0.05));
  CHECK_THROWS_AS(sobol_indices(3, std::span(results).first(11)), LogicFault);
}

TEST_CASE("a constant result has no indices") {
  const auto indices = indices_of(16, 2, [](auto) { return 3.0; });
  CHECK(std::isnan(indices[0].first.value));
  CHECK(std::isnan(indices[1].total.value));
}

TEST_CASE("elementary effects of a straight line are its slopes, without spread") {
  const Design design = morris_design(10, 3, 1);
  const auto effects =
      elementary_effects(design, results_of(design, [](auto u) { return 2 * u[0] - 3 * u[1]; }));
  CHECK(effects[0].mu == doctest::Approx(2));
  CHECK(effects[1].mu == doctest::Approx(-3));
  CHECK(effects[1].mu_star == doctest::Approx(3));
  CHECK(effects[2].mu_star == doctest::Approx(0));
  CHECK(effects[0].sigma == doctest::Approx(0).scale(1));
  CHECK(effects[0].paths == 10);
}

TEST_CASE("an effect whose sign depends on another input has strength but no direction") {
  const Design design = morris_design(400, 2, 6);
  const auto effects = elementary_effects(
      design, results_of(design, [](auto u) { return (u[0] - 0.5) * (u[1] - 0.5); }));
  // The other coordinate is -1/2, -1/6, 1/6 or 1/2 from the middle, each as likely.
  CHECK(effects[0].mu_star == doctest::Approx(1.0 / 3).epsilon(0.1));
  CHECK(std::fabs(effects[0].mu) < 0.1);
  CHECK(effects[0].sigma == doctest::Approx(std::sqrt(5.0 / 36)).epsilon(0.1));
}

TEST_CASE("steps from or to a failed result give no effect") {
  const Design design = morris_design(2, 2, 1);
  std::vector<double> results = results_of(design, [](auto u) { return u[0]; });
  results[0] = std::numeric_limits<double>::infinity();
  const auto effects = elementary_effects(design, results);
  CHECK(effects[0].paths + effects[1].paths == 3);
}

TEST_CASE("rank correlation sees order alone, and equal values share their rank") {
  const std::array<double, 5> x{1, 2, 3, 4, 5};
  CHECK(rank_correlation(x, std::array<double, 5>{1, 8, 27, 64, 1e9}) == doctest::Approx(1));
  CHECK(rank_correlation(x, std::array<double, 5>{9, 7, 5, 3, 1}) == doctest::Approx(-1));
  // By hand: ranks 1 2.5 2.5 4 5 against 2 1 3 5 4; sums of products of centred ranks 7, of
  // squares 9.5 and 10.
  CHECK(rank_correlation(std::array<double, 5>{1, 2, 2, 4, 5},
                         std::array<double, 5>{2, 1, 3, 5, 4}) ==
        doctest::Approx(7 / std::sqrt(9.5 * 10)));
  CHECK(std::isnan(rank_correlation(x, std::array<double, 5>{3, 3, 3, 3, 3})));
  CHECK(std::isnan(rank_correlation(std::span(x).first(1), std::span(x).first(1))));
}
