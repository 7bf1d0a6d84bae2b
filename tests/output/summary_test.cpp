// Statistics over replicates and the text shown on a terminal.
#include "output/summary.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "output/terminal_table.hpp"

using namespace jtsim;
using namespace jtsim::output;

TEST_CASE("mean, standard error and quantiles follow their definitions") {
  std::vector<double> values;
  for (int i = 100; i >= 0; --i) values.push_back(i);
  const Statistics s = statistics_of(values);
  CHECK(s.mean == doctest::Approx(50));
  CHECK(s.q05 == doctest::Approx(5));
  CHECK(s.q50 == doctest::Approx(50));
  CHECK(s.q95 == doctest::Approx(95));
  // The variance of 0..100 is 101 x 102 / 12.
  CHECK(s.standard_error == doctest::Approx(std::sqrt(101.0 * 102.0 / 12.0 / 101.0)));
}

TEST_CASE("one replicate has no standard error and all quantiles in its value") {
  const Statistics s = statistics_of({7});
  CHECK(s.mean == 7);
  CHECK(s.standard_error == 0);
  CHECK(s.q05 == 7);
  CHECK(s.q95 == 7);
}

TEST_CASE("Chinese text takes two columns a character") {
  CHECK(display_width("abc") == 3);
  CHECK(display_width("失业") == 4);
  CHECK(display_width("退休(含)") == 8);
  CHECK(display_width("") == 0);
}
