// Intervals of paired differences and ratios against closed forms.
#include "output/paired_statistics.hpp"

#include <cmath>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace jtsim::output;

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// Student's t of 90 % intervals with 1 and 3 degrees of freedom, from the printed tables.
constexpr double t1 = 6.313751514675043;
constexpr double t3 = 2.353363434801825;

auto near(double value) { return doctest::Approx(value).epsilon(1e-9); }

}  // namespace

TEST_CASE("a mean has the standard error and the interval of Student's t") {
  const std::vector<double> values{1, 2, 3, 6};
  const MeanStatistics s = mean_statistics(values);
  // Squares about the mean 3: 4 + 1 + 0 + 9 = 14.
  const double error = std::sqrt(14.0 / 3 / 4);
  CHECK(s.replicates == 4);
  CHECK(s.mean == 3);
  CHECK(s.standard_error == near(error));
  CHECK(s.low == near(3 - t3 * error));
  CHECK(s.high == near(3 + t3 * error));
}

TEST_CASE("replicates without a value are left out, and one value has no interval") {
  const std::vector<double> values{none, 4, none};
  const MeanStatistics s = mean_statistics(values);
  CHECK(s.replicates == 1);
  CHECK(s.mean == 4);
  CHECK(std::isnan(s.low));
  CHECK(std::isnan(mean_statistics(std::vector<double>{none}).mean));
}

TEST_CASE("the variance ratio says how many independent replicates are as precise") {
  // Both sides vary by 10, the difference only by 1.
  const std::vector<PairedValue> values{{10, 11}, {20, 22}, {30, 31}, {40, 42}};
  const EffectStatistics s = effect_statistics(values);
  CHECK(s.difference.mean == 1.5);
  CHECK(s.base_mean == 25);
  CHECK(s.policy_mean == 26.5);
  const double base = 500.0 / 3;
  const double policy = (15.5 * 15.5 + 4.5 * 4.5 + 4.5 * 4.5 + 15.5 * 15.5) / 3;
  CHECK(s.variance_ratio == near((base + policy) / (1.0 / 3)));
  CHECK(s.independent_replicates == near(4 * s.variance_ratio));
}

TEST_CASE("equal runs have a difference of exactly 0 and no finite need of replicates") {
  const EffectStatistics s = effect_statistics(std::vector<PairedValue>{{3, 3}, {5, 5}});
  CHECK(s.difference.mean == 0);
  CHECK(s.difference.low == 0);
  CHECK(s.difference.high == 0);
  CHECK(std::isinf(s.variance_ratio));
  const EffectStatistics still = effect_statistics(std::vector<PairedValue>{{3, 3}, {3, 3}});
  CHECK(std::isnan(still.variance_ratio));
}

TEST_CASE("the interval of a ratio is Fieller's") {
  // A denominator that never varies leaves the interval of the numerator over it.
  const std::vector<double> cost{90, 110};
  const std::vector<double> placed{10, 10};
  const RatioStatistics s = ratio_statistics(cost, placed);
  CHECK(s.estimate == 10);
  CHECK(s.form == IntervalForm::bounded);
  CHECK(s.low == near(10 - t1));
  CHECK(s.high == near(10 + t1));
  // Costs in proportion to the placed leave no doubt.
  const RatioStatistics exact =
      ratio_statistics(std::vector<double>{20, 22, 24, 21}, std::vector<double>{10, 11, 12, 10.5});
  CHECK(exact.form == IntervalForm::bounded);
  CHECK(exact.low == doctest::Approx(2).epsilon(1e-6));
  CHECK(exact.high == doctest::Approx(2).epsilon(1e-6));
}

TEST_CASE("the ends of Fieller's interval are the ratios whose contrast is t standard errors off") {
  const std::vector<double> x{31, 35, 29, 40};
  const std::vector<double> y{5, 8, 6, 9};
  const RatioStatistics s = ratio_statistics(x, y);
  REQUIRE(s.form == IntervalForm::bounded);
  for (const double ratio : {s.low, s.high}) {
    std::vector<double> contrast;
    for (std::size_t i = 0; i < x.size(); ++i) contrast.push_back(x[i] - ratio * y[i]);
    const MeanStatistics c = mean_statistics(contrast);
    CHECK(std::abs(c.mean) == doctest::Approx(t3 * c.standard_error).epsilon(1e-7));
  }
}

TEST_CASE("a denominator that may be 0 leaves the interval unbounded") {
  const std::vector<double> unsure{-1, 3, 0, 1};
  const RatioStatistics rays = ratio_statistics(std::vector<double>{100, 101, 99, 100}, unsure);
  CHECK(rays.form == IntervalForm::two_rays);
  CHECK(rays.low < 0);
  CHECK(rays.high > 0);
  const RatioStatistics all = ratio_statistics(std::vector<double>{-100, 90, 40, -20}, unsure);
  CHECK(all.form == IntervalForm::unbounded);
  const RatioStatistics nothing =
      ratio_statistics(std::vector<double>{1, 2}, std::vector<double>{0, 0});
  CHECK(std::isnan(nothing.estimate));
  CHECK(nothing.form == IntervalForm::unbounded);
  CHECK(ratio_statistics(std::vector<double>{1}, std::vector<double>{2}).form ==
        IntervalForm::unknown);
}
