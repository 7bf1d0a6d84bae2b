// Quantiles of Student's t against closed forms and the printed tables.
#include "base/student_t.hpp"

#include <cmath>
#include <initializer_list>
#include <numbers>

#include <doctest/doctest.h>

using jtsim::student_t_quantile;

namespace {
auto near(double value) { return doctest::Approx(value).epsilon(1e-9); }
}  // namespace

TEST_CASE("with one or two degrees of freedom the quantile has its closed form") {
  for (const double p : {0.6, 0.9, 0.95, 0.975, 0.99}) {
    CAPTURE(p);
    CHECK(student_t_quantile(p, 1) == near(std::tan(std::numbers::pi * (p - 0.5))));
    CHECK(student_t_quantile(p, 2) == near((2 * p - 1) / std::sqrt(2 * p * (1 - p))));
  }
}

TEST_CASE("the quantile equals the tables") {
  CHECK(student_t_quantile(0.95, 3) == near(2.3533634348));
  CHECK(student_t_quantile(0.95, 10) == near(1.8124611228));
  CHECK(student_t_quantile(0.95, 19) == near(1.7291328115));
  CHECK(student_t_quantile(0.975, 30) == near(2.0422724563));
}

TEST_CASE("the median is 0 and many degrees of freedom come close to the normal distribution") {
  CHECK(student_t_quantile(0.5, 7) == 0);
  CHECK(student_t_quantile(0.95, 1'000'000) == doctest::Approx(1.6448536).epsilon(1e-5));
}
