// The whole month on tiny regions: identities, pensions, and what must not depend on what.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "agents/balance.hpp"
#include "agents/retirement.hpp"
#include "src/schedule.hpp"
#include "tests/support/identities.hpp"
#include "tests/support/random_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// Runs a scenario to its end, calling `look` after every month.
template <class Look>
void run_all(const SmallScenario& scenario, Luck luck, Look&& look) {
  const Balance found = balance(scenario.inputs);
  World world(scenario.inputs, found, luck);
  const auto package = scenario.package();
  std::vector<Transition> transitions;
  look(world);
  while (world.now < scenario.inputs.end) {
    app::run_month(world, package, transitions);
    look(world);
  }
}

std::string faults_of(const SmallScenario& scenario, Luck luck) {
  std::string text;
  std::optional<IdentityCheck> check;
  run_all(scenario, luck, [&](const World& world) {
    if (!check) {
      check.emplace(world);
      return;
    }
    for (const std::string& fault : check->broken(world)) {
      if (text.size() < 2000) text += to_text(world.now) + " " + fault + "\n";
    }
  });
  return text;
}

}  // namespace

TEST_CASE("the identities hold every month of the tiny region under all policies") {
  CHECK(faults_of(small_scenario(), {7, 0}) == "");
  CHECK(faults_of(small_scenario(), {7, 1}) == "");
}

TEST_CASE("the identities hold every month of random tiny regions") {
  const bool held =
      rc::check("identities", [](const std::vector<std::uint32_t>& numbers, std::uint32_t seed) {
        RC_ASSERT(faults_of(random_scenario(numbers), {seed, 0}) == "");
      });
  CHECK(held);
}

TEST_CASE("nobody draws a pension before the month the law allows") {
  SmallScenario scenario = small_scenario();
  run_all(scenario, {11, 0}, [&](const World& world) {
    const Workers& w = world.workers;
    for (std::size_t i = 0; i < w.size(); ++i) {
      const Row row{i};
      if (w.state[row] != State::retired) continue;
      const auto group = retirement_group(w.sex[row], w.category[row]);
      const RetirementRule& rule = world.tables().retirement[index_of(group)];
      const Month special = w.birth[row] + rule.special_age_years * Month::per_year;
      const bool ordinary = world.now >= w.retirement[row] &&
                            w.retirement[row] >= old_law_retirement(rule, w.birth[row]);
      CHECK((ordinary || world.now >= special));
    }
  });
}
