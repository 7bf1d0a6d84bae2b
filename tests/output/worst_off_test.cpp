// The search for the worst-off group, with Student's t in closed form.
#include "output/worst_off.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include <doctest/doctest.h>

using namespace jtsim::output;

namespace {

/// Student's t with one degree of freedom is Cauchy's law.
double cauchy_t(double beyond) { return std::tan(std::numbers::pi * (0.5 - beyond)); }

}  // namespace

TEST_CASE("the interval of the worst group widens with the number of groups searched") {
  const std::vector<GroupFigures> three{
      {"a", {0.30, 0.34}, 500}, {"b", {0.40, 0.44}, 500}, {"c", {0.20, 0.20}, 500}};
  const auto found = worst_off(three);
  REQUIRE(found.has_value());
  CHECK(found->group == "b");
  CHECK(found->groups_searched == 3);
  CHECK(found->mean == doctest::Approx(0.42));
  // The standard error of 0.40 and 0.44 is 0.02.
  CHECK(*found->high - found->mean == doctest::Approx(0.02 * cauchy_t(0.1 / 6)));
  CHECK(found->mean - *found->low == doctest::Approx(0.02 * cauchy_t(0.1 / 6)));
  const auto alone = worst_off(std::vector{three[1]});
  CHECK(*alone->high - alone->mean == doctest::Approx(0.02 * cauchy_t(0.1 / 2)));
  CHECK(alone->not_distinguishable.empty());
}

TEST_CASE("groups are told apart by their differences within replicates") {
  // b is 0.1 worse than a in every replicate, whatever the replicate does to both; c varies by
  // itself.
  const std::vector<GroupFigures> groups{
      {"a", {0.1, 0.5, 0.3}, 500}, {"b", {0.2, 0.6, 0.4}, 500}, {"c", {0.5, 0.1, 0.4}, 500}};
  const auto found = worst_off(groups);
  CHECK(found->group == "b");
  CHECK(found->not_distinguishable == std::vector<std::string>{"c"});
}

TEST_CASE("groups of fewer than a hundred, or without a figure, are not searched") {
  const double none = std::numeric_limits<double>::quiet_NaN();
  const std::vector<GroupFigures> groups{
      {"small", {0.9, 0.9}, 99.5}, {"gaps", {0.9, none}, 500}, {"large", {0.1, 0.2}, 100}};
  const auto found = worst_off(groups);
  REQUIRE(found.has_value());
  CHECK(found->group == "large");
  CHECK(found->groups_searched == 1);
  CHECK(!worst_off(std::vector{groups[0]}).has_value());
}

TEST_CASE("a single replicate has no interval") {
  const auto found = worst_off(std::vector<GroupFigures>{{"a", {0.1}, 500}, {"b", {0.3}, 500}});
  CHECK(found->group == "b");
  CHECK(!found->low.has_value());
}
