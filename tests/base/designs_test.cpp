// Designs of experiments against what defines them.
#include "base/designs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace jtsim;

namespace {

std::vector<double> column(const Design& design, std::size_t j) {
  std::vector<double> values;
  for (std::size_t i = 0; i < design.points(); ++i) values.push_back(design.point(i)[j]);
  return values;
}

/// Whether `count` equally wide cells hold equally many of the values.
bool fills_cells_evenly(const std::vector<double>& values, std::size_t count) {
  std::vector<std::size_t> held(count, 0);
  for (const double value : values) ++held[static_cast<std::size_t>(value * double(count))];
  return std::ranges::all_of(held, [&](std::size_t n) { return n == values.size() / count; });
}

}  // namespace

TEST_CASE("a grid has every combination once, the last dimension fastest") {
  const std::array<std::size_t, 3> levels{2, 1, 3};
  const Design grid = full_grid(levels);
  REQUIRE(grid.points() == 6);
  CHECK(column(grid, 0) == std::vector<double>{0.25, 0.25, 0.25, 0.75, 0.75, 0.75});
  CHECK(column(grid, 1) == std::vector<double>(6, 0.5));
  CHECK(grid.point(4)[2] == doctest::Approx(0.5));
  CHECK(grid.point(5)[2] == doctest::Approx(5.0 / 6));
  CHECK(full_grid({}).points() == 0);
  CHECK_THROWS_AS(full_grid(std::array<std::size_t, 2>{3, 0}), LogicFault);
}

TEST_CASE("a Latin hypercube has one point in each cell of each dimension") {
  const Design design = latin_hypercube(200, 37, 5);
  REQUIRE(design.points() == 200);
  for (std::size_t j = 0; j < design.dimensions; ++j)
    CHECK(fills_cells_evenly(column(design, j), 200));
}

TEST_CASE("the cells of a Latin hypercube are paired by chance") {
  // The mean product of two centred uniforms over n points has a standard deviation of 1 / (12
  // sqrt(n)) when the pairing is random; 5 of them fail by luck once in a million pairs.
  constexpr std::size_t n = 400;
  const Design design = latin_hypercube(n, 8, 3);
  for (std::size_t j = 1; j < design.dimensions; ++j) {
    double product = 0;
    for (std::size_t i = 0; i < n; ++i)
      product += (design.point(i)[j - 1] - 0.5) * (design.point(i)[j] - 0.5) / n;
    CHECK(std::fabs(product) < 5.0 / (12 * std::sqrt(double{n})));
  }
}

TEST_CASE("designs are functions of their seed and lie inside the cube") {
  const auto check = [](const auto& make) {
    const Design first = make(1);
    CHECK(first.coordinates == make(1).coordinates);
    CHECK(first.coordinates != make(2).coordinates);
    CHECK(std::ranges::all_of(first.coordinates, [](double x) { return x >= 0 && x <= 1; }));
  };
  check([](std::uint64_t seed) { return random_design(50, 4, seed); });
  check([](std::uint64_t seed) { return latin_hypercube(50, 4, seed); });
  check([](std::uint64_t seed) { return sobol_points(64, 4, seed); });
  check([](std::uint64_t seed) { return saltelli_design(64, 4, seed); });
  check([](std::uint64_t seed) { return morris_design(20, 4, seed); });
}

TEST_CASE("a longer random or Sobol design begins with the shorter one") {
  const auto begins = [](const Design& longer, const Design& shorter) {
    return std::ranges::equal(shorter.coordinates,
                              std::span(longer.coordinates).first(shorter.coordinates.size()));
  };
  CHECK(begins(random_design(50, 4, 9), random_design(20, 4, 9)));
  CHECK(begins(sobol_points(64, 4, 9), sobol_points(20, 4, 9)));
  CHECK(begins(saltelli_design(64, 4), saltelli_design(20, 4)));
}

TEST_CASE("Sobol points are the published sequence in its Gray-code order") {
  // Joe and Kuo 2008, doi 10.1137/070709359: the first points of the first two dimensions.
  const Design design = sobol_points(4, 2);
  const std::vector<double> expected{0, 0, 0.5, 0.5, 0.75, 0.25, 0.25, 0.75};
  for (std::size_t k = 0; k < expected.size(); ++k)
    CHECK(design.coordinates[k] == doctest::Approx(expected[k]).epsilon(1e-9));
}

TEST_CASE("Sobol points fill every dimension evenly, shifted or not") {
  for (const std::uint64_t seed : {0UL, 1UL, 77UL}) {
    const Design design = sobol_points(256, 60, seed);
    for (std::size_t j = 0; j < design.dimensions; ++j)
      CHECK(fills_cells_evenly(column(design, j), 256));
  }
}

TEST_CASE("each block of Saltelli's scheme is A, mixtures with one coordinate of B, and B") {
  const Design design = saltelli_design(32, 3, 4);
  REQUIRE(design.points() == 32 * 5);
  for (std::size_t i = 0; i < design.points(); i += 5) {
    const auto a = design.point(i);
    const auto b = design.point(i + 4);
    for (std::size_t j = 0; j < 3; ++j) {
      for (std::size_t k = 0; k < 3; ++k)
        CHECK(design.point(i + 1 + j)[k] == (j == k ? b[k] : a[k]));
    }
  }
}

TEST_CASE("each path of Morris' design moves every dimension once, by the same distance") {
  const Design design = morris_design(30, 5, 8, 6);
  REQUIRE(design.points() == 30 * 6);
  std::set<double> levels(design.coordinates.begin(), design.coordinates.end());
  CHECK(levels.size() == 6);
  for (std::size_t begin = 0; begin < design.points(); begin += 6) {
    std::vector<int> moved(5, 0);
    for (std::size_t i = begin + 1; i < begin + 6; ++i) {
      for (std::size_t j = 0; j < 5; ++j) {
        const double step = std::fabs(design.point(i)[j] - design.point(i - 1)[j]);
        if (step == 0) continue;
        CHECK(step == doctest::Approx(3.0 / 5));
        ++moved[j];
      }
    }
    CHECK(moved == std::vector<int>(5, 1));
  }
  CHECK_THROWS_AS(morris_design(1, 1, 1, 5), LogicFault);
}

TEST_CASE("the order of Saltelli's and Morris's points is recognised, and another one is not") {
  CHECK(is_saltelli(saltelli_design(5, 3)));
  CHECK(is_morris(morris_design(5, 3, 1)));
  CHECK_FALSE(is_saltelli(random_design(25, 3, 1)));
  CHECK_FALSE(is_morris(random_design(20, 3, 1)));
  CHECK_FALSE(is_saltelli(random_design(24, 3, 1)));
  CHECK_FALSE(is_morris(Design{.dimensions = 3}));
}
