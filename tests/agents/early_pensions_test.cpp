// Special early pensions: what their line bears, who waits for money, and who pays in the end.
#include "agents/early_pensions.hpp"

#include <vector>

#include <doctest/doctest.h>

#include "agents/demography.hpp"
#include "agents/income.hpp"
#include "agents/region_account.hpp"
#include "tests/support/rights_world.hpp"

using namespace rights_world;

namespace {

constexpr std::size_t staff = 120;

void pass_demography(World& world) {
  next_month(world);
  std::vector<Transition> transitions;
  demography(world, transitions);
  apply(world, transitions);
}

}  // namespace

TEST_CASE("early pensions are granted while the line bears all of them to the end of next year") {
  Rights probe(0);
  const Fen pension = monthly_pension(probe.world, Row{0});
  REQUIRE(pension > 0);
  Rights limited(pension * Month::per_year * 5 / 2);
  const EarlyRetirementTerms& terms = limited.put_in_force(limited.world.terms.early_retirement);
  // The same person stands for all.
  EarlyPensions pensions(limited.world, terms);
  CHECK(pensions.take_on(Row{0}));
  CHECK(pensions.take_on(Row{0}));
  CHECK_FALSE(pensions.take_on(Row{0}));
  // Those that run already count.
  move_to(limited.world, {.row = Row{7}, .to = State::retired, .reason = Reason::early_retirement});
  limited.world.workers.relative_pay[Row{7}] = limited.world.workers.relative_pay[Row{0}];
  EarlyPensions later(limited.world, terms);
  CHECK(later.take_on(Row{0}));
  CHECK_FALSE(later.take_on(Row{0}));
  pay_early_pensions(limited.world);
  CHECK(limited.spent() == pension);
}

TEST_CASE("who asked for an early pension gets it when there is money, however long he waited") {
  Rights rights(0);
  World& world = rights.world;
  EarlyRetirementTerms& terms = rights.put_in_force(world.terms.early_retirement);
  terms.underground_months = 0;
  terms.take_up = 0.5;
  world.special_pensions = Calendar(world.now);
  for (std::size_t i = 0; i < staff; ++i) world.special_pensions.put(Row{i}, world.now + 1);
  pass_demography(world);
  const std::vector<Row> asked = world.awaiting_early_pension;
  const std::int64_t declined = rights.count(Counter::declined);
  CHECK(asked.size() > staff / 4);
  CHECK(declined > static_cast<std::int64_t>(staff) / 4);
  for (int month = 0; month < 6; ++month) pass_demography(world);
  CHECK(rights.count(Counter::served) == 0);
  rights.check_all_requests_answered();
  terms.price.line = BudgetLineId::none();
  pass_demography(world);
  for (const Row row : asked) {
    const State now = world.workers.state[row];
    CHECK((now == State::retired || now == State::dead));
  }
  CHECK(world.awaiting_early_pension.empty());
  CHECK(rights.count(Counter::served) > static_cast<std::int64_t>(staff) / 4);
  CHECK(rights.count(Counter::declined) == declined);
  rights.check_all_requests_answered();
}

TEST_CASE("with the end of the policy nobody waits for an early pension any more") {
  Rights rights(0);
  World& world = rights.world;
  rights.put_in_force(world.terms.early_retirement).underground_months = 0;
  world.special_pensions = Calendar(world.now);
  world.special_pensions.put(Row{0}, world.now + 1);
  pass_demography(world);
  CHECK(world.awaiting_early_pension == std::vector<Row>{Row{0}});
  world.terms.early_retirement.reset();
  pass_demography(world);
  CHECK(world.awaiting_early_pension.empty());
}

TEST_CASE("who waits for an early pension comes before who asks for the first time") {
  Rights probe(0);
  // Money for one.
  Rights rights(Month::per_year * monthly_pension(probe.world, Row{0}) * 3 / 2);
  World& world = rights.world;
  rights.put_in_force(world.terms.early_retirement).underground_months = 0;
  world.special_pensions = Calendar(world.now);
  const Row first{7};
  const Row newly{8};
  const Row waiting{9};
  for (const Row row : {first, newly, waiting})
    world.workers.relative_pay[row] = world.workers.relative_pay[Row{0}];
  // The first has the money for two months more.
  world.workers.retirement[first] = world.now + 3;
  move_to(world, {.row = first, .to = State::retired, .reason = Reason::early_retirement});
  world.special_pensions.put(waiting, world.now + 1);
  world.special_pensions.put(newly, world.now + 3);
  pass_demography(world);
  pass_demography(world);
  REQUIRE(world.awaiting_early_pension == std::vector<Row>{waiting});
  pass_demography(world);
  CHECK(world.workers.state[waiting] == State::retired);
  CHECK(world.awaiting_early_pension == std::vector<Row>{newly});
  rights.check_all_requests_answered();
}

TEST_CASE("waiting for an early pension ends with eligibility, and with leaving the labour force") {
  Rights rights(0);
  World& world = rights.world;
  EarlyRetirementTerms& terms = rights.put_in_force(world.terms.early_retirement);
  terms.underground_months = 0;
  world.special_pensions = Calendar(world.now);
  const Row too_old{8};
  const Row gone{9};
  for (const Row row : {too_old, gone}) world.special_pensions.put(row, world.now + 1);
  pass_demography(world);
  REQUIRE(world.awaiting_early_pension == std::vector<Row>{too_old, gone});
  move_to(world, {.row = gone, .to = State::left_region, .reason = Reason::programme_start});
  terms.eligible.age_max_years = age_years(world.workers.birth[too_old], world.now + 1) - 1;
  const std::int64_t before = rights.count(Counter::not_eligible);
  pass_demography(world);
  CHECK(rights.count(Counter::not_eligible) == before + 1);
  CHECK(world.awaiting_early_pension.empty());
  rights.check_all_requests_answered();
}

TEST_CASE("an early pension is spending of its policy or a pension like others, never neither") {
  Rights probe(0);
  move_to(probe.world,
          {.row = Row{people}, .to = State::retired, .reason = Reason::early_retirement});
  const Fen pension = monthly_pension(probe.world, Row{people});
  // Without a limit, and with money for so many of the three months.
  for (const int paid : {-1, 0, 1, 2}) {
    Rights rights(paid < 0 ? Fen{-1} : paid * pension);
    World& world = rights.world;
    rights.put_in_force(world.terms.early_retirement);
    const Row row{people};
    world.workers.retirement[row] = world.now + 60;
    move_to(world, {.row = row, .to = State::retired, .reason = Reason::early_retirement});
    CHECK(monthly_pension(world, row) == pension);
    RegionAccount account;
    for (int month = 0; month < 3; ++month) {
      pay_early_pensions(world);
      account.pass_month(world);
      next_month(world);
    }
    const RegionTotals totals = account.close(world);
    CHECK(rights.spent() == (paid < 0 ? 3 : paid) * pension);
    // The pensions of all are rounded together.
    CHECK(std::abs(totals.pensions + rights.spent() - 3 * pension) <= 3);
  }
}
