// What must not depend on what: ethnicity without effects, policies without seats or money.
#include <doctest/doctest.h>

#include "agents/balance.hpp"
#include "src/schedule.hpp"
#include "tests/support/random_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// Everything that happened in one run, but for ethnicity and the counters of policies.
struct Course {
  std::vector<std::vector<EnumArray<State, std::int32_t>>> stock;
  std::vector<FlowTable> flow;
  std::vector<SectorAccounts> account;
  std::vector<std::vector<EnumArray<BackgroundItem, std::int32_t>>> background;
  std::vector<Destination> destinations;
  std::vector<Fen> money;
  std::vector<std::uint16_t> pay;
  bool operator==(const Course&) const = default;
};

/// A deep fall of coal, so that all policies have work.
SmallScenario falling(SmallScenario scenario) {
  Path& coal = scenario.inputs.tables.coal_output;
  const double first = coal.values.front();
  coal = {{Month::of(2020, 12), Month::of(2023, 12), Month::of(2030, 12)}, {first, first * 0.4, 0}};
  return scenario;
}

Course course_of(const SmallScenario& scenario, std::uint32_t replicate = 0) {
  const Balance found = balance(scenario.inputs);
  World world(scenario.inputs, found, {23, replicate});
  const auto package = scenario.package();
  std::vector<Transition> transitions;
  Course course;
  while (world.now < scenario.inputs.end) {
    app::run_month(world, package, transitions);
    course.stock.push_back(world.tallies.stock);
    course.flow.push_back(world.tallies.flow);
    course.account.push_back(world.tallies.account);
    course.background.push_back(world.tallies.background);
  }
  for (const Displacement& event : world.displacements.events) {
    course.destinations.insert(course.destinations.end(), event.destination.begin(),
                               event.destination.end());
    course.money.insert(course.money.end(), event.income.begin(), event.income.end());
    course.money.push_back(event.severance);
  }
  const auto pay = world.workers.relative_pay.all();
  course.pay.assign(pay.begin(), pay.end());
  return course;
}

/// Mean months without work of displaced members of `ethnicity`, over replicates.
double months_without_work(const SmallScenario& scenario, EthnicityId ethnicity) {
  double months = 0;
  double events = 0;
  for (std::uint32_t replicate = 0; replicate < 40; ++replicate) {
    const Balance found = balance(scenario.inputs);
    World world(scenario.inputs, found, {29, replicate});
    const auto package = scenario.package();
    std::vector<Transition> transitions;
    while (world.now < Month::of(2026, 12)) app::run_month(world, package, transitions);
    for (const Displacement& event : world.displacements.events) {
      if (event.ethnicity != ethnicity) continue;
      months += event.months_without_work;
      events += 1;
    }
  }
  return months / events;
}

/// All policies but the `left_out`-th kind; `change` may alter that one instead of leaving it out.
template <class Kind, class Change>
SmallScenario with_changed(Change&& change) {
  SmallScenario scenario;
  scenario.inputs = small_scenario().inputs;
  scenario.inputs.policies.clear();
  add_budget_line(scenario.inputs, 0);
  for (const policies::NamedPolicy& named : small_scenario().policies) {
    if (!std::holds_alternative<Kind>(named.policy)) {
      scenario.add(named.policy);
      continue;
    }
    Kind policy = std::get<Kind>(named.policy);
    if (change(policy, scenario)) scenario.add(policy);
  }
  return falling(std::move(scenario));
}

template <class Kind>
void check_powerless() {
  CAPTURE(Kind::kind);
  const Course without = course_of(with_changed<Kind>([](Kind&, SmallScenario&) { return false; }));
  // Rights have no seats.
  if constexpr (Kind::step != policies::Step::entitlement) {
    const Course no_seats = course_of(with_changed<Kind>([](Kind& policy, SmallScenario&) {
      if constexpr (requires { policy.seats_per_month; }) policy.seats_per_month = 0;
      if constexpr (requires { policy.seats; }) policy.seats = 0;
      if constexpr (requires { policy.ethnicity_share; }) return false;
      return true;
    }));
    CHECK(no_seats == without);
  }
  const Course no_money = course_of(with_changed<Kind>([](Kind& policy, SmallScenario& scenario) {
    policy.budget = scenario.inputs.budget_lines.front().name.id;
    if constexpr (requires { policy.unit_cost_yuan; }) policy.unit_cost_yuan = 1000;
    return true;
  }));
  CHECK(no_money == without);
}

template <class... Kinds>
void check_powerless_kinds(const std::tuple<Kinds...>*) {
  const auto check = []<class Kind>(std::type_identity<Kind>) {
    // A fund is tested below.
    if constexpr (Kind::step != policies::Step::investment) check_powerless<Kind>();
  };
  (check(std::type_identity<Kinds>{}), ...);
}

}  // namespace

TEST_CASE("ethnicity without effects changes nothing but who belongs to which group") {
  const SmallScenario plain = falling(small_scenario());
  SmallScenario moved = plain;
  moved.inputs.tables.coal_ethnicity = {2, {0.1, 0.9, 0.7, 0.3}};
  const Course course = course_of(plain);
  CHECK(course.destinations.size() > 100);
  CHECK(course_of(moved) == course);
}

TEST_CASE("ethnicity without effects is what ethnicity_effect 0 means") {
  SmallScenario effects = falling(small_scenario());
  effects.inputs.tables.ethnicities[1].hiring_factor_private = 0.3;
  effects.inputs.tables.ethnicities[1].hiring_factor_state_owned = 0.3;
  effects.inputs.tables.ethnicities[1].attachment = 0.2;
  SmallScenario off = effects;
  off.inputs.settings.matching.ethnicity_effect = 0;
  CHECK(course_of(off) == course_of(falling(small_scenario())));
  CHECK_FALSE(course_of(effects) == course_of(off));
}

TEST_CASE("a minority that employers pass over waits longer than the same workers without it") {
  SmallScenario scenario = falling(small_scenario());
  const double neutral = months_without_work(scenario, EthnicityId{1});
  scenario.inputs.tables.ethnicities[1].hiring_factor_private = 0.4;
  scenario.inputs.tables.ethnicities[1].hiring_factor_state_owned = 0.4;
  CHECK(months_without_work(scenario, EthnicityId{1}) > neutral);
}

TEST_CASE("a policy without seats or money changes nothing but its own counters") {
  check_powerless_kinds(static_cast<policies::PolicyKinds*>(nullptr));
}

namespace {

/// The falling region with a farm of 40 posts in the south that a fund may build.
SmallScenario with_farm() {
  SmallScenario scenario = falling(small_scenario());
  TransitionProject farm;
  farm.name = {"farm", "farm", "farm"};
  farm.league = LeagueId{1};
  farm.investment_yuan = 1e6;
  farm.wind_mw = 40;
  farm.start = Month::of(2021, 1);
  farm.building_months = 6;
  scenario.inputs.tables.transition_projects = {farm};
  scenario.inputs.tables.employment_factors[Technology::wind][Stage::operation] = {1, 1};
  return scenario;
}

SmallScenario with_fund(double yuan_per_year) {
  SmallScenario scenario = with_farm();
  policies::TransitionFund fund;
  fund.sources = {yuan_per_year, 0, 0};
  fund.additional_share = 1;
  scenario.add(fund);
  return scenario;
}

std::int64_t months_in_new_energy(const Course& course) {
  std::int64_t months = 0;
  for (const auto& leagues : course.stock) {
    for (const auto& league : leagues) months += league[State::employed_new_energy];
  }
  return months;
}

}  // namespace

TEST_CASE("a fund without money changes nothing") {
  CHECK(course_of(with_fund(0)) == course_of(with_farm()));
}

TEST_CASE("a fund with money brings more agents into new energy") {
  const auto without = months_in_new_energy(course_of(with_farm()));
  CHECK(months_in_new_energy(course_of(with_fund(1e6))) > without);
}
