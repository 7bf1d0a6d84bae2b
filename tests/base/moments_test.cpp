// Mean, variance and covariance by hand.
#include "base/moments.hpp"

#include <array>

#include <doctest/doctest.h>

using namespace jtsim;

TEST_CASE("moments are those of the textbook") {
  constexpr std::array<double, 4> x{1, 2, 3, 6};
  constexpr std::array<double, 4> y{2, 0, 1, 5};
  CHECK(mean_of(x) == 3);
  CHECK(variance_of(x) == doctest::Approx(14.0 / 3));
  CHECK(covariance_of(x, y) == doctest::Approx(11.0 / 3));
  CHECK(covariance_of(x, y) == covariance_of(y, x));
}
