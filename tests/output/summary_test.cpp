// Statistics over replicates.
#include "output/summary.hpp"

#include <cmath>

#include <doctest/doctest.h>

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

TEST_CASE("summary.json names every outcome with its statistics and those without a value") {
  const std::vector<NamedStatistics> all{{"a.b", {1, 0.5, -2, 0, 3}, 0},
                                         {"c", {7, no_value, 7, 7, 7}, 2}};
  CHECK(summary_json(all) == R"({
 "a.b": {
  "mean": 1.0,
  "standard_error": 0.5,
  "q05": -2.0,
  "q50": 0.0,
  "q95": 3.0
 },
 "c": {
  "mean": 7.0,
  "standard_error": null,
  "q05": 7.0,
  "q50": 7.0,
  "q95": 7.0,
  "missing": 2
 }
}
)");
}
