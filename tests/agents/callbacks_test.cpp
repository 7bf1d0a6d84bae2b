// Women and men for the same vacancies: the chance that a woman's application has, and a man's.
#include "agents/callbacks.hpp"

#include <limits>

#include <doctest/doctest.h>

#include "agents/search.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// The callbacks of a market on which all miners look for work for some months.
Callbacks callbacks_with(double factor_of_women, double distance_left = 1, double exponent = 1) {
  Inputs inputs = market_inputs();
  add_policy(inputs, "enforcement");
  inputs.tables.hiring.sex[Sex::female] = factor_of_women;
  inputs.settings.matching.sex_exponent = exponent;
  inputs.settings.search.search_intensity = 1;
  inputs.settings.search.reservation_start = 0;
  MarketWorld market(inputs);
  World& world = market.world;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    world.workers.sex[Row{i}] = i % 2 == 0 ? Sex::female : Sex::male;
    displace(world, Row{i});
  }
  EqualTreatmentTerms enforcement;
  enforcement.policy = PolicyId{0};
  enforcement.sex_left = distance_left;
  world.terms.equal_treatment.push_back(enforcement);
  std::vector<Transition> hires;
  search_and_matching(world, hires);
  return world.tallies.callbacks;
}

}  // namespace

TEST_CASE("a key lies below the rival's with the probability of its exponential law") {
  CHECK(chance_against(1, 1) == 0.5);
  CHECK(chance_against(2, 1) == 0.75);
  CHECK(chance_against(0.5, 0) == 0);
  CHECK(chance_against(0.5, std::numeric_limits<double>::infinity()) == 1);
}

TEST_CASE("without discrimination women and men have one chance") {
  const Callbacks equal = callbacks_with(1);
  CHECK(equal.applications > 20);
  CHECK(equal.hired_as_women > 0);
  CHECK(equal.hired_as_women == doctest::Approx(equal.hired_as_men).epsilon(1e-12));
}

TEST_CASE("where enforcement leaves nothing of the gap, women and men have one chance") {
  const Callbacks enforced = callbacks_with(0.5, 0);
  CHECK(enforced.hired_as_women > 0);
  CHECK(enforced.hired_as_women == doctest::Approx(enforced.hired_as_men).epsilon(1e-12));
}

TEST_CASE("a factor below 1 lowers the chance of women by less than itself") {
  const Callbacks fewer = callbacks_with(0.5);
  CHECK(fewer.hired_as_women < fewer.hired_as_men);
  CHECK(fewer.hired_as_women > 0.5 * fewer.hired_as_men);
}

TEST_CASE("the exponent of sex scales its factor: 2 squares it, 0 takes it away") {
  const Callbacks squared = callbacks_with(0.5, 1, 2);
  const Callbacks quarter = callbacks_with(0.25);
  CHECK(squared.applications == quarter.applications);
  CHECK(squared.hired_as_women == doctest::Approx(quarter.hired_as_women).epsilon(1e-12));
  const Callbacks none = callbacks_with(0.5, 1, 0);
  CHECK(none.hired_as_women == doctest::Approx(none.hired_as_men).epsilon(1e-12));
}
