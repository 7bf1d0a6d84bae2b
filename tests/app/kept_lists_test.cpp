// Lists that are kept from month to month hold what a look at everybody would find.
#include <algorithm>

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include "agents/balance.hpp"
#include "agents/demography.hpp"
#include "src/schedule.hpp"
#include "tests/support/random_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr int months_looked_ahead = 100;

using Staff = std::vector<NearPension::Employee>;

Staff kept_near_pension(World& world, Month pension) {
  Staff staff;
  const auto in_mining = [](MineId mine) { return !mine.is_none(); };
  world.near_pension.find(world.workers, world.pensions, pension, in_mining, staff);
  std::ranges::sort(staff);
  return staff;
}

Staff found_near_pension(const World& world, Month pension) {
  Staff staff;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    const MineId mine = world.workers.mine[row];
    if (!mine.is_none() && world.workers.retirement[row] == pension) staff.push_back({row, mine});
  }
  return staff;
}

bool is_near_pension_complete(World& world) {
  for (int months = 1; months <= months_looked_ahead; ++months) {
    const Month pension = world.now + months;
    if (kept_near_pension(world, pension) != found_near_pension(world, pension)) return false;
  }
  return true;
}

/// Cases of a year ago and before that are not closed, apart as `FollowedLosses` has them.
FollowedLosses open_losses(const World& world) {
  FollowedLosses open;
  const std::vector<Displacement>& events = world.displacements.events;
  for (std::uint32_t e = 0; e < events.size(); ++e) {
    const int then = events[e].month - world.inputs.start;
    if (events[e].closed || world.step() - then < Month::per_year) continue;
    open[static_cast<std::size_t>(then % loss_sampling_months)].push_back(e);
  }
  return open;
}

/// What the register says of how a spell without work began.
SpellCause cause_by_register(const World& world, Row row) {
  const Workers& w = world.workers;
  if (is_employed(w.state[row]) || w.last_event[row] == Workers::no_event) return SpellCause::other;
  const Displacement& event = world.displacements.events[w.last_event[row]];
  if (event.month != w.spell_start[row]) return SpellCause::other;
  return event.by_closure ? SpellCause::displaced_by_closure : SpellCause::displaced;
}

bool are_spell_causes_those_of_the_register(const World& world) {
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    if (world.workers.spell_cause[Row{i}] != cause_by_register(world, Row{i})) return false;
  }
  return true;
}

bool are_thresholds_of_the_month(const World& world) {
  for (const Sex sex : all_of_enum<Sex>()) {
    for (const int age : {16, 44, 59, 83}) {
      for (const bool exposed : {false, true}) {
        const double hazard = death_hazard(world.tables().mortality[sex], age, world.now, exposed);
        if (world.death_thresholds.at(sex, age, exposed) != threshold(hazard)) return false;
      }
    }
  }
  return true;
}

/// What is wrong with the kept lists in the first month in which something is; empty if nothing is.
std::string first_fault(const SmallScenario& scenario, Luck luck) {
  const Balance found = balance(scenario.inputs);
  World world(scenario.inputs, found, luck);
  const auto package = scenario.package();
  std::vector<Transition> transitions;
  while (world.now < scenario.inputs.end) {
    app::run_month(world, package, transitions);
    if (!is_near_pension_complete(world)) return to_text(world.now) + " near_pension";
    if (world.followed_losses != open_losses(world)) return to_text(world.now) + " followed_losses";
    if (!are_spell_causes_those_of_the_register(world)) return to_text(world.now) + " spell_cause";
    if (!are_thresholds_of_the_month(world)) return to_text(world.now) + " death_thresholds";
  }
  return "";
}

}  // namespace

TEST_CASE("kept lists are complete every month of the tiny region") {
  CHECK(first_fault(small_scenario(), {7, 0}) == "");
  CHECK(first_fault(small_scenario(), {7, 1}) == "");
}

TEST_CASE("kept lists are complete every month of random tiny regions") {
  const bool held = rc::check("kept lists", [](std::uint32_t region, std::uint32_t seed) {
    RC_ASSERT(first_fault(random_scenario(region), {seed, 0}) == "");
  });
  CHECK(held);
}

TEST_CASE("a person who comes back to a mine stands in the list of the pension month once") {
  const SmallScenario scenario = small_scenario();
  const Balance found = balance(scenario.inputs);
  World world(scenario.inputs, found, {7, 0});
  const Row row{3};
  const Month pension = world.workers.retirement[row];
  const Staff before = kept_near_pension(world, pension);
  const MineId mine = world.workers.mine[row];
  SUBCASE("without a look in between") {}
  SUBCASE("after the list was looked at without him") {
    world.near_pension.note(row, MineId::none(), pension);
    CHECK(kept_near_pension(world, pension).size() + 1 == before.size());
  }
  world.near_pension.note(row, mine, pension);
  CHECK(kept_near_pension(world, pension) == before);
}

TEST_CASE("transfers are found by row, and nobody else is paid") {
  Transfers transfers;
  CHECK(transfers.of(Row{0}) == 0);
  const std::vector<std::size_t> paid{0, 1, 63, 64, 200, 201, 5000};
  for (const std::size_t row : paid) transfers.add(Row{row}, static_cast<Fen>(100 + row));
  for (std::size_t row = 0; row < 6000; ++row) {
    const bool is_paid = std::ranges::find(paid, row) != paid.end();
    CHECK(transfers.of(Row{row}) == (is_paid ? static_cast<Fen>(100 + row) : 0));
  }
  transfers.clear();
  CHECK(transfers.of(Row{64}) == 0);
}
