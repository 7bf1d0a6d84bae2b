// The queue: its counts, its order, and where the line stops.
#include "agents/queue.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr PolicyId policy{0};
constexpr std::size_t people = 100;

Inputs inputs_with_policy(const std::string& name = "course") {
  Inputs inputs = small_inputs();
  add_policy(inputs, name);
  return inputs;
}

// The first hundred miners are displaced in the first month.
struct Fixture {
  SmallWorld small;
  World& world = small.world;
  std::vector<Row> rows;
  Offer offer;

  explicit Fixture(Inputs inputs = inputs_with_policy()) : small(std::move(inputs)) {
    next_month(world);
    for (std::size_t i = 0; i < people; ++i) rows.push_back(Row{i});
    for (const Row row : rows) displace(world, row);
    offer.policy = policy;
    offer.since = world.now;
  }

  std::int64_t count(Counter counter) const { return count_of(world, policy, counter); }
  void serve_all() {
    const auto requests = requests_for(world, offer, rows);
    serve(world, offer, requests,
          [&](Row) { return outcome_of(world.ledger.admit(offer, offer.price, world.now)); });
  }
  /// Rows in the order of the queue.
  std::vector<Row> line() {
    std::vector<Place> places = places_of(world, offer, requests_for(world, offer, rows));
    std::ranges::sort(places);
    std::vector<Row> ordered;
    for (const Place& place : places) ordered.push_back(place.row);
    return ordered;
  }
  void check_identities() const {
    CHECK(count(Counter::offered) == count(Counter::declined) + count(Counter::requested));
    CHECK(count(Counter::requested) ==
          count(Counter::served) + count(Counter::no_seat) + count(Counter::no_money));
  }
};

struct BudgetFixture : Fixture {
  BudgetFixture() : Fixture(inputs()) {}
  static Inputs inputs() {
    Inputs made = inputs_with_policy();
    add_budget_line(made, 1000);
    return made;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture, "every offer is declined, served, or short of seats or money") {
  offer.take_up = 0.6;
  offer.seats.per_month = 20;
  offer.eligible.sexes.bits = 1U << index_of(Sex::male);
  serve_all();
  check_identities();
  const auto men =
      std::ranges::count_if(rows, [&](Row row) { return world.workers.sex[row] == Sex::male; });
  CHECK(count(Counter::offered) == men);
  CHECK(count(Counter::not_eligible) == static_cast<std::int64_t>(people) - men);
  CHECK(count(Counter::served) == 20);
  CHECK(count(Counter::no_money) == 0);
  // Binomial(men, 0.6) within 5 standard deviations: wrong less than once in a million.
  const double requested = static_cast<double>(count(Counter::requested));
  const double sd = std::sqrt(static_cast<double>(men) * 0.6 * 0.4);
  CHECK(std::abs(requested - 0.6 * static_cast<double>(men)) < 5 * sd);
}

TEST_CASE_FIXTURE(Fixture, "a refusal holds until the repeat interval of the spell is over") {
  offer.take_up = 0.5;
  offer.repeat_after_months = 3;
  const std::vector<Row> first = line();
  const std::int64_t offered = count(Counter::offered);
  CHECK(offered == static_cast<std::int64_t>(people));
  for (int month = 1; month < 3; ++month) {
    next_month(world);
    std::vector<Row> again = line();
    std::vector<Row> expected = first;
    std::ranges::sort(again);
    std::ranges::sort(expected);
    CHECK(again == expected);
  }
  // Refusals were counted once, requests once a month.
  CHECK(count(Counter::declined) == offered - static_cast<std::int64_t>(first.size()));
  CHECK(count(Counter::requested) == 3 * static_cast<std::int64_t>(first.size()));
  next_month(world);
  CHECK(line() != first);
  CHECK(count(Counter::offered) ==
        2 * static_cast<std::int64_t>(people) + 2 * static_cast<std::int64_t>(first.size()));
}

TEST_CASE_FIXTURE(Fixture, "take-up does not depend on seats, money or other policies") {
  offer.take_up = 0.5;
  const std::vector<Row> before = line();
  offer.seats.per_month = 0;
  CHECK(line() == before);
  Fixture beside([] {
    Inputs inputs = small_inputs();
    add_policy(inputs, "another");
    add_policy(inputs, "course");
    return inputs;
  }());
  beside.offer.policy = PolicyId{1};
  beside.offer.take_up = 0.5;
  CHECK(beside.line() == before);
}

TEST_CASE_FIXTURE(Fixture, "a spell that is too short is not offered yet") {
  offer.eligible.spell_min_months = 2;
  offer.repeat_after_months = 12;
  CHECK(requests_for(world, offer, rows).empty());
  CHECK(count(Counter::not_eligible) == static_cast<std::int64_t>(people));
  next_month(world);
  CHECK(requests_for(world, offer, rows).empty());
  next_month(world);
  CHECK(requests_for(world, offer, rows).size() == people);
  CHECK(count(Counter::offered) == static_cast<std::int64_t>(people));
  CHECK(count(Counter::not_eligible) == static_cast<std::int64_t>(people));
}

TEST_CASE_FIXTURE(Fixture, "a policy that begins in mid-spell asks everybody in its first month") {
  next_month(world);
  offer.since = world.now;
  offer.take_up = 0.5;
  requests_for(world, offer, rows);
  CHECK(count(Counter::offered) == static_cast<std::int64_t>(people));
}

TEST_CASE_FIXTURE(Fixture, "a closed offer asks nobody") {
  offer.open = false;
  CHECK(requests_for(world, offer, rows).empty());
  CHECK(count(Counter::offered) == 0);
  CHECK(count(Counter::not_eligible) == 0);
}

TEST_CASE_FIXTURE(Fixture, "priority orders the line and ties go by lot, not by row") {
  const Workers& w = world.workers;
  offer.priority = Priority::oldest_first;
  std::vector<Row> order = line();
  CHECK(std::ranges::is_sorted(order, {}, [&](Row row) { return w.birth[row]; }));
  offer.priority = Priority::youngest_first;
  order = line();
  CHECK(std::ranges::is_sorted(order, std::greater{}, [&](Row row) { return w.birth[row]; }));
  offer.priority = Priority::league_order;
  order = line();
  CHECK(std::ranges::is_sorted(order, {}, [&](Row row) { return w.league[row]; }));
  offer.priority = Priority::first_come;
  order = line();
  CHECK_FALSE(std::ranges::is_sorted(order));
  // Rank correlation of row and place is within 5 / sqrt(people) of 0.
  double product = 0;
  const double middle = (people - 1) / 2.0;
  for (std::size_t place = 0; place < people; ++place) {
    product += (static_cast<double>(place) - middle) *
               (static_cast<double>(order[place].index()) - middle);
  }
  CHECK(std::abs(product / (people * (people * people - 1.0) / 12)) < 0.5);
}

TEST_CASE_FIXTURE(Fixture, "those hardest to hire come first if they should") {
  small.inputs.tables.hiring.age[AgeBand::age_50_54] = 0.4;
  small.inputs.tables.hiring.sex[Sex::female] = 0.9;
  offer.priority = Priority::hardest_first;
  const std::vector<Row> order = line();
  const auto ease = [&](Row row) {
    const int age = age_years(world.workers.birth[row], world.now);
    return (age >= 50 && age < 55 ? 0.4 : 1.0) *
           (world.workers.sex[row] == Sex::female ? 0.9 : 1.0);
  };
  CHECK(std::ranges::is_sorted(order, {}, ease));
}

TEST_CASE_FIXTURE(Fixture, "the first request without a seat stops the line") {
  offer.seats.per_month = 7;
  const std::vector<Row> order = line();
  std::vector<Row> served;
  serve(world, offer, requests_for(world, offer, rows), [&](Row row) {
    const Outcome outcome = outcome_of(world.ledger.admit(offer, offer.price, world.now));
    if (outcome == Outcome::served) served.push_back(row);
    return outcome;
  });
  CHECK(served == std::vector<Row>(order.begin(), order.begin() + 7));
  CHECK(count(Counter::served) == 7);
  CHECK(count(Counter::no_seat) == static_cast<std::int64_t>(people) - 7);
}

TEST_CASE_FIXTURE(BudgetFixture, "a request too dear stops the line even for cheaper ones behind") {
  offer.price.line = BudgetLineId{0};
  std::size_t place = 0;
  serve(world, offer, requests_for(world, offer, rows), [&](Row) {
    const Price price{.once = place++ == 1 ? 900 : 200, .line = BudgetLineId{0}};
    return outcome_of(world.ledger.admit(offer, price, world.now));
  });
  CHECK(count(Counter::served) == 1);
  CHECK(count(Counter::no_money) == static_cast<std::int64_t>(people) - 1);
  CHECK(place == 2);
}

TEST_CASE_FIXTURE(Fixture, "one person without a post does not stop the others") {
  std::size_t place = 0;
  serve(world, offer, requests_for(world, offer, rows),
        [&](Row) { return place++ == 0 ? Outcome::no_post : Outcome::served; });
  CHECK(count(Counter::no_seat) == 1);
  CHECK(count(Counter::served) == static_cast<std::int64_t>(people) - 1);
}

TEST_CASE_FIXTURE(Fixture, "who is served is noted for later and in the register") {
  offer.seats.per_month = 1;
  serve_all();
  REQUIRE(world.served.size() == 1);
  const Row row = world.served[0].row;
  CHECK(world.served[0].month == world.now);
  CHECK(world.displacements.events[world.workers.last_event[row]].served == 1);
  std::size_t marked = 0;
  for (const Displacement& event : world.displacements.events) marked += event.served != 0;
  CHECK(marked == 1);
}
