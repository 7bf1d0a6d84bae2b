// Aids to search and hiring: reserved in queue order, paid on a hire, returned otherwise.
#include "agents/aids.hpp"

#include <algorithm>
#include <utility>

#include <doctest/doctest.h>

#include "agents/demand.hpp"
#include "agents/pay.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr PolicyId subsidy{0};
constexpr PolicyId service{1};
constexpr BudgetLineId line{0};
constexpr std::size_t people = 20;

Inputs inputs_with_aids() {
  Inputs inputs = small_inputs();
  add_policy(inputs, "subsidy");
  add_policy(inputs, "service");
  add_budget_line(inputs, 1000);
  return inputs;
}

struct Fixture {
  SmallWorld small{inputs_with_aids()};
  World& world = small.world;

  Fixture() {
    next_month(world);
    for (std::size_t i = 0; i < people; ++i) displace(world, Row{i});
  }
  Offer& add_offer(PolicyId policy, Service kind) {
    Offer offer;
    offer.policy = policy;
    offer.service = kind;
    offer.since = world.now;
    offer.price = {.once = 100, .line = line};
    offer.hiring_factor = 2;
    offer.search_factor = 3;
    world.terms.offers.push_back(offer);
    return world.terms.offers.back();
  }
  std::int64_t count(PolicyId policy, Counter counter) const {
    return count_of(world, policy, counter);
  }
  void hire(Row row) {
    world.market.vacancies[world.market.cells(clerk, LeagueId{0})] = 1;
    move_to(world, {.row = row,
                    .to = State::employed_tertiary,
                    .reason = Reason::hire,
                    .job = {clerk, LeagueId{0}, MineId::none()}});
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "aids are given as far as the money goes and no further") {
  add_offer(subsidy, Service::hiring_aid);
  reserve_aids(world);
  CHECK(world.hiring_aids.size() == 10);
  CHECK(count(subsidy, Counter::served) == 10);
  CHECK(count(subsidy, Counter::no_money) == people - 10);
  CHECK(std::ranges::is_sorted(world.hiring_aids, {}, &Served::row));
  std::size_t aided = 0;
  for (std::size_t i = 0; i < people; ++i) {
    const double factor = hiring_factor(world, Row{i});
    CHECK((factor == 1 || factor == 2));
    aided += factor == 2;
    CHECK(search_factor_of(world, Row{i}) == 1);
  }
  CHECK(aided == 10);
}

TEST_CASE_FIXTURE(Fixture, "only hires are paid, the rest returns") {
  add_offer(subsidy, Service::hiring_aid);
  reserve_aids(world);
  const Row aided = world.hiring_aids[3].row;
  Row unaided{0};
  while (hiring_factor(world, unaided) == 2) unaided = Row{unaided.index() + 1};
  settle_aids(world, std::vector<Row>{unaided, aided});
  CHECK(count(subsidy, Counter::completed) == 1);
  CHECK(world.ledger.open_reservations(0, line) == 0);
  Fen spent = 0;
  for (const Fen amount : world.ledger.spending()) spent += amount;
  CHECK(spent == 100);
  CHECK(world.hiring_aids.empty());
  CHECK(hiring_factor(world, aided) == 1);
  next_month(world);
  reserve_aids(world);
  CHECK(world.hiring_aids.size() == 9);
}

TEST_CASE_FIXTURE(Fixture, "a search aid raises search and nothing else") {
  Offer& offer = add_offer(service, Service::search_aid);
  offer.seats.per_month = 4;
  reserve_aids(world);
  CHECK(world.search_aids.size() == 4);
  CHECK(world.hiring_aids.empty());
  const Row aided = world.search_aids[0].row;
  CHECK(search_factor_of(world, aided) == 3);
  CHECK(hiring_factor(world, aided) == 1);
}

TEST_CASE_FIXTURE(Fixture, "aids of two policies multiply") {
  add_offer(subsidy, Service::hiring_aid).price.once = 0;
  add_offer(service, Service::hiring_aid).price.once = 0;
  reserve_aids(world);
  CHECK(hiring_factor(world, Row{0}) == 4);
}

TEST_CASE_FIXTURE(Fixture, "an unused aid leaves its place in the whole programme to others") {
  Offer& offer = add_offer(subsidy, Service::hiring_aid);
  offer.seats.max_total = 2;
  for (int month = 0; month < 3; ++month) {
    reserve_aids(world);
    CHECK(world.hiring_aids.size() == 2);
    settle_aids(world, {});
    next_month(world);
  }
  reserve_aids(world);
  settle_aids(world, std::vector<Row>{world.hiring_aids[0].row});
  next_month(world);
  reserve_aids(world);
  CHECK(world.hiring_aids.size() == 1);
}

TEST_CASE_FIXTURE(Fixture, "later work is counted in the year of serving") {
  Offer& offer = add_offer(service, Service::search_aid);
  offer.price = {};
  reserve_aids(world);
  settle_aids(world, {});
  world.terms.offers.clear();
  REQUIRE(world.served.size() == people);
  const Month served = world.now;
  const auto year_of_serving = [&](Counter counter) {
    const std::size_t row = service.index() * enum_size<Counter> + index_of(counter);
    return world.ledger.counts()[row];
  };
  for (int month = 1; month <= 25; ++month) {
    next_month(world);
    if (month == 6 || month == 12) hire(Row{static_cast<std::size_t>(month)});
    if (month == 3) {
      move_to(world, {.row = Row{8}, .to = State::left_region, .reason = Reason::programme_start});
    }
    if (month == 13) {
      move_to(world, {.row = Row{6}, .to = State::unemployed, .reason = Reason::separation});
    }
    count_in_work(world);
  }
  CHECK(served.year() == 2021);
  CHECK(year_of_serving(Counter::in_work_6m) == 2);
  CHECK(year_of_serving(Counter::in_work_12m) == 3);
  CHECK(year_of_serving(Counter::in_work_24m) == 2);
}

TEST_CASE_FIXTURE(Fixture, "services are forgotten when nobody counts them any more") {
  Offer& offer = add_offer(service, Service::search_aid);
  offer.price = {};
  for (int month = 0; month < 72; ++month) {
    reserve_aids(world);
    settle_aids(world, {});
    count_in_work(world);
    next_month(world);
  }
  CHECK(world.served.size() <= 36 * people);
}

TEST_CASE_FIXTURE(Fixture, "with a demand elasticity paid hires open posts for a year") {
  const std::size_t cell = world.market.cells(clerk, LeagueId{0});
  Offer& offer = add_offer(subsidy, Service::hiring_aid);
  reserve_aids(world);
  note_subsidised_hire(world, Row{0}, cell);
  CHECK(world.market.subsidised.empty());
  const double year = Month::per_year * world.conditions.unit_pay_fen *
                      post_pay(world.tables(), clerk, LeagueId{0});
  // Each payment is worth half a post.
  offer.demand_elasticity = 0.5 * year / static_cast<double>(offer.price.once);
  for (const Served& aid : world.hiring_aids) note_subsidised_hire(world, aid.row, cell);
  const std::size_t in_mining = world.market.cells(OccupationId{0}, LeagueId{0});
  note_subsidised_hire(world, world.hiring_aids.front().row, in_mining);
  CHECK(world.market.subsidised.size() == 10);
  std::vector<Transition> none;
  const auto wanted_more = [&] {
    demand(world, none);
    const std::int32_t with = world.market.wanted[cell];
    const std::vector<SubsidisedPosts> kept = std::exchange(world.market.subsidised, {});
    demand(world, none);
    world.market.subsidised = kept;
    return with - world.market.wanted[cell];
  };
  for (int month = 0; month < Month::per_year; ++month) {
    next_month(world);
    CHECK(wanted_more() == 5);
  }
  next_month(world);
  CHECK(wanted_more() == 0);
  CHECK(world.market.subsidised.empty());
}
