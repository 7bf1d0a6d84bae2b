// The whole month on tiny regions: identities, pensions, and what must not depend on what.
#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "agents/balance.hpp"
#include "agents/retirement.hpp"
#include "src/schedule.hpp"
#include "tests/support/identities.hpp"
#include "tests/support/random_world.hpp"
#include "tests/support/small_world.hpp"

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
  const bool held = rc::check("identities", [](std::uint32_t region, std::uint32_t seed) {
    RC_ASSERT(faults_of(random_scenario(region), {seed, 0}) == "");
  });
  CHECK(held);
}

TEST_CASE("random tiny regions put every kind of policy to work, and to its limits") {
  std::array<EnumArray<Counter, std::int64_t>, policies::kind_count> counted{};
  std::int64_t invested = 0;
  for (std::uint32_t region = 0; region < 40; ++region) {
    const SmallScenario scenario = random_scenario(region);
    run_all(scenario, {region, 0}, [&](const World& world) {
      if (!world.now.is_year_end() || world.step() == 0) return;
      for (const policies::NamedPolicy& policy : scenario.policies) {
        for (const Counter counter : all_of_enum<Counter>())
          counted[policy.policy.index()][counter] += count_of(world, policy.id, counter);
      }
      invested += static_cast<std::int64_t>(world.portfolio.projects.size());
    });
  }
  for (std::size_t k = 0; k < counted.size(); ++k) {
    const policies::Kind& kind = policies::kinds[k];
    CAPTURE(kind.id);
    const bool serves_persons =
        kind.step != policies::Step::investment && kind.id != "anti_discrimination";
    CHECK((counted[k][Counter::served] > 0) == serves_persons);
    if (kind.step != policies::Step::cascade && kind.step != policies::Step::aid) continue;
    CHECK(counted[k][Counter::declined] > 0);
    CHECK(counted[k][Counter::no_seat] > 0);
    CHECK(counted[k][Counter::no_money] > 0);
    CHECK(counted[k][Counter::not_eligible] > 0);
  }
  CHECK(invested > 0);
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
