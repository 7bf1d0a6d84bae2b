// Fixed points that are known, of maps on which plain iteration creeps.
#include "agents/fixed_point.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace jtsim::agents;

namespace {

constexpr double tolerance = 1e-11;

/// Evaluations of `map` until nothing changes; `x` becomes the fixed point.
template <class Map>
int evaluations(std::vector<double>& x, Map map) {
  FixedPoint fixed_point(x.size());
  constexpr int most = 500;
  for (int i = 1; i < most; ++i) {
    if (fixed_point.advance(x, map(x)) < tolerance) return i;
  }
  return most;
}

}  // namespace

TEST_CASE("a linear map with modes that hardly fade is solved in few steps") {
  const std::vector<double> solution{3, -1, 0.5, 7, 2};
  std::vector<double> x(solution.size(), 0.0);
  const int used = evaluations(x, [&](const std::vector<double>& at) {
    std::vector<double> image;
    for (std::size_t i = 0; i < at.size(); ++i) {
      const double rate = 0.999 - 0.2 * static_cast<double>(i);  // plain iteration: 25,000 steps
      image.push_back(solution[i] + rate * (at[i] - solution[i]));
    }
    return image;
  });
  CHECK(used < 30);
  for (std::size_t i = 0; i < x.size(); ++i) {
    CHECK(x[i] == doctest::Approx(solution[i]).epsilon(1e-7));
  }
}

TEST_CASE("a curved map with coupled unknowns is solved") {
  std::vector<double> x{0, 0};
  const int used = evaluations(x, [](const std::vector<double>& at) {
    return std::vector<double>{std::cos(at[1]), 0.98 * at[1] + 0.02 * std::sin(at[0])};
  });
  CHECK(used < 60);
  CHECK(x[0] == doctest::Approx(std::cos(x[1])).epsilon(1e-9));
  CHECK(x[1] == doctest::Approx(std::sin(x[0])).epsilon(1e-7));
}

TEST_CASE("no step is longer than the longest step") {
  std::vector<double> x{0, 0};
  FixedPoint fixed_point(2);
  const std::vector<double> far{100, -100};
  CHECK(fixed_point.advance(x, far) == 100);
  CHECK(x == std::vector<double>{longest_step, -longest_step});
}

TEST_CASE("a fixed point stays where it is") {
  std::vector<double> x{1, 2};
  FixedPoint fixed_point(2);
  for (int i = 0; i < 3; ++i) CHECK(fixed_point.advance(x, std::vector<double>{1, 2}) == 0);
  CHECK(x == std::vector<double>{1, 2});
}

TEST_CASE("an image that is no number is no fixed point") {
  std::vector<double> x{1, 2};
  FixedPoint fixed_point(2);
  const double no_number = std::numeric_limits<double>::quiet_NaN();
  for (const auto& image : {std::vector{1.0, no_number}, std::vector{no_number, 2.0}}) {
    CHECK(std::isinf(fixed_point.advance(x, image)));
    CHECK(x == std::vector<double>{1, 2});
  }
}
