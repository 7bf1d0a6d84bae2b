// Rights without a queue: what their budget line cannot bear is refused, and not counted as served.
#include "agents/entitlement.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include <doctest/doctest.h>

#include "agents/pay.hpp"
#include "agents/statutory_payments.hpp"
#include "tests/support/rights_world.hpp"

using namespace rights_world;

namespace {

/// What was paid to each of the displaced so far, after this month's severance.
std::vector<Fen> severance(Rights& rights) {
  rights.put_in_force(rights.world.terms.severance);
  pay_severance(rights.world);
  std::vector<Fen> paid;
  for (const Displacement& event : rights.world.displacements.events)
    paid.push_back(event.severance);
  return paid;
}

/// The six have a claim of eighteen months.
void insure(Rights& rights) {
  for (std::size_t i = 0; i < people; ++i)
    rights.world.workers.contribution_start[Row{i}] = rights.world.now - 60;
  rights.put_in_force(rights.world.terms.insurance);
}

/// Ends the month as phase 10 does, and begins the next one with another miner's displacement.
void next_month_displacing(World& world, Row row) {
  const auto step = static_cast<std::size_t>(world.step());
  world.displacements.month_begin[step + 1] =
      static_cast<std::uint32_t>(world.displacements.events.size());
  next_month(world);
  world.workers.service_start[row] = world.now - Month::per_year;
  displace(world, row);
}

/// All miners are displaced, half of them ask for assistance, and there is no money.
struct WaitingHouseholds : Rights {
  static constexpr std::size_t heads = 40;
  AssistanceTerms& terms;

  WaitingHouseholds() : Rights(0), terms(put_in_force(world.terms.assistance)) {
    for (std::size_t i = people; i < heads; ++i) displace(world, Row{i});
    terms.take_up = 0.5;
    pay_transfers(world);
  }
  void let_all_work() {
    constexpr LeagueId league{0};
    world.market.vacancies[world.market.cells(clerk, league)] += static_cast<int>(heads);
    for (std::size_t i = 0; i < heads; ++i) {
      move_to(world, {.row = Row{i},
                      .to = State::employed_tertiary,
                      .reason = Reason::hire,
                      .job = {clerk, league, MineId::none()}});
    }
  }
};

std::vector<Row> served_households(const World& world) {
  std::vector<Row> served;
  std::ranges::copy_if(world.jobless, std::back_inserter(served),
                       [&](Row row) { return world.transfers.of(row) > 0; });
  return served;
}

std::int64_t paid_households(const World& world) {
  return static_cast<std::int64_t>(served_households(world).size());
}

}  // namespace

TEST_CASE("severance is paid as far as the money goes") {
  Rights unlimited(-1);
  const std::vector<Fen> full = severance(unlimited);
  CHECK(unlimited.count(Counter::served) == people);
  CHECK(full.front() > 0);
  Rights limited(full[0] + full[1]);
  const std::vector<Fen> paid = severance(limited);
  CHECK(paid[0] == full[0]);
  CHECK(paid[1] == full[1]);
  CHECK(paid[2] == 0);
  CHECK(limited.spent() == full[0] + full[1]);
  CHECK(limited.count(Counter::requested) == people);
  CHECK(limited.count(Counter::no_money) > 0);
  limited.check_all_requests_answered();
}

TEST_CASE("severance refused in the middle of a year is lost, and the next year pays its own") {
  Rights unlimited(-1);
  const std::vector<Fen> full = severance(unlimited);
  Fen six = 0;
  for (const Fen amount : full) six += amount;
  Rights limited(six);
  World& world = limited.world;
  severance(limited);
  CHECK(limited.count(Counter::served) == people);
  next_month_displacing(world, Row{people});
  CHECK(severance(limited).back() == 0);
  CHECK(limited.count(Counter::no_money) == 1);
  while (world.now.month_of_year() < 12) next_month_displacing(world, Row{world.jobless.size()});
  next_month_displacing(world, Row{world.jobless.size()});
  const std::vector<Fen> paid = severance(limited);
  CHECK(paid.back() > 0);
  CHECK(paid[people] == 0);
  CHECK(limited.count(Counter::requested) == 1);
  limited.check_all_requests_answered();
}

TEST_CASE("without money nobody has a claim to benefit or assistance") {
  for (const Fen budget : {Fen{-1}, Fen{0}}) {
    Rights insured(budget);
    insure(insured);
    pay_transfers(insured.world);
    Rights assisted(budget);
    assisted.put_in_force(assisted.world.terms.assistance);
    pay_transfers(assisted.world);
    for (const Rights* r : {&insured, &assisted}) {
      CHECK(r->count(Counter::requested) > 0);
      r->check_all_requests_answered();
      const bool has_money = budget < 0;
      CHECK((r->count(Counter::served) > 0) == has_money);
      CHECK((r->spent() > 0) == has_money);
      for (std::size_t i = 0; i < people; ++i)
        CHECK((has_money || r->world.transfers.of(Row{i}) == 0));
    }
    for (std::size_t i = 0; i < people && budget == 0; ++i)
      CHECK(insured.world.workers.benefit_end[Row{i}].is_never());
  }
}

TEST_CASE("a claim to benefit outlives months for which the year's money is used up") {
  Rights probe(-1);
  insure(probe);
  const Fen benefit = full_benefit(probe.world, probe.world.workers.league[Row{0}]);
  // Two months of six claims, and of the third those of four.
  Rights rights(16 * benefit);
  World& world = rights.world;
  insure(rights);
  const Month end = world.now + 18;
  const auto pay_month = [&] {
    pay_transfers(world);
    return paid_households(world);
  };
  CHECK(pay_month() == people);
  next_month(world);
  CHECK(pay_month() == people);
  next_month(world);
  CHECK(pay_month() == 4);
  next_month_displacing(world, Row{people});
  world.workers.contribution_start[Row{people}] = world.now - 60;
  CHECK(pay_month() == 0);
  // Who loses his job without money in the line never has a claim; the others keep theirs.
  CHECK(rights.count(Counter::requested) == people + 1);
  CHECK(rights.count(Counter::served) == people);
  CHECK(rights.count(Counter::no_money) == 1);
  rights.check_all_requests_answered();
  CHECK(rights.spent() == 16 * benefit);
  while (world.now.month_of_year() < 12) next_month(world);
  next_month(world);
  CHECK(pay_month() == people);
  CHECK(rights.count(Counter::requested) == 0);
  CHECK(world.workers.benefit_end[Row{people}].is_never());
  for (std::size_t i = 0; i < people; ++i) CHECK(world.workers.benefit_end[Row{i}] == end);
}

TEST_CASE("households that the year's money does not reach are served from January on") {
  Rights probe(-1);
  const Fen assistance = household_assistance_line(probe.world);
  Rights rights(static_cast<Fen>(3 * people) * assistance);
  World& world = rights.world;
  rights.put_in_force(world.terms.assistance);
  pay_transfers(world);
  for (int month = 2; month <= 10; ++month) {
    next_month(world);
    pay_transfers(world);
    CHECK(paid_households(world) == (month <= 3 ? static_cast<std::int64_t>(people) : 0));
  }
  next_month_displacing(world, Row{people});
  pay_transfers(world);
  next_month(world);
  pay_transfers(world);
  CHECK(paid_households(world) == 0);
  // The seventh asked in November and in December; of the six nobody is counted again.
  CHECK(rights.count(Counter::requested) == people + 2);
  CHECK(rights.count(Counter::served) == people);
  CHECK(rights.count(Counter::no_money) == 2);
  rights.check_all_requests_answered();
  for (int month = 1; month <= 2; ++month) {
    next_month(world);
    pay_transfers(world);
    CHECK(paid_households(world) == people + 1);
    CHECK(world.transfers.of(Row{people}) == assistance);
    CHECK(rights.count(Counter::requested) == 1);
    CHECK(rights.count(Counter::served) == 1);
    rights.check_all_requests_answered();
  }
}

TEST_CASE("a household decides once whether to ask for assistance, however long it waits") {
  WaitingHouseholds rights;
  World& world = rights.world;
  const std::int64_t asked = rights.count(Counter::requested);
  const std::int64_t declined = rights.count(Counter::declined);
  CHECK(asked > 5);
  CHECK(declined > 5);
  CHECK(asked + declined == rights.heads);
  next_month(world);
  pay_transfers(world);
  CHECK(rights.count(Counter::no_money) == 2 * asked);
  rights.terms.price.line = BudgetLineId::none();
  for (int month = 0; month < 2; ++month) {
    next_month(world);
    pay_transfers(world);
    CHECK(paid_households(world) == asked);
    CHECK(rights.count(Counter::requested) == 3 * asked);
    CHECK(rights.count(Counter::served) == asked);
    CHECK(rights.count(Counter::declined) == declined);
    rights.check_all_requests_answered();
  }
}

TEST_CASE("a waiting household that works and loses work again decides anew") {
  WaitingHouseholds rights;
  World& world = rights.world;
  const std::vector<Row> waiting = world.awaiting_assistance;
  next_month(world);
  rights.let_all_work();
  REQUIRE(world.jobless.empty());
  SUBCASE("after a month of work") {
    pay_transfers(world);
    CHECK(world.awaiting_assistance.empty());
    next_month(world);
  }
  SUBCASE("before the month ends") {}
  for (std::size_t i = 0; i < rights.heads; ++i)
    move_to(world, {.row = Row{i}, .to = State::unemployed, .reason = Reason::separation});
  const std::int64_t before = rights.count(Counter::requested);
  pay_transfers(world);
  // What the words of the new spell say, whatever those of the last one said.
  std::vector<Row> willing;
  const std::uint32_t key = world.inputs.policies[right.index()].draw_key;
  for (std::size_t i = 0; i < rights.heads; ++i) {
    const std::uint32_t word =
        draw(world.luck, Stream::take_up, world.workers.id[Row{i}], draw_month(world), key);
    if (word < threshold(rights.terms.take_up)) willing.push_back(Row{i});
  }
  CHECK(willing != waiting);
  CHECK(rights.count(Counter::requested) == before + static_cast<std::int64_t>(willing.size()));
  rights.terms.price.line = BudgetLineId::none();
  next_month(world);
  pay_transfers(world);
  CHECK(served_households(world) == willing);
}
