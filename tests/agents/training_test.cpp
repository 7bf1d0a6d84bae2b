// Courses: their length, drop-outs, certificates, money, and what a certificate brings closer.
#include "agents/training.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "agents/aids.hpp"
#include "agents/commitments.hpp"
#include "agents/placement.hpp"
#include "agents/skills.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr PolicyId course{0};
constexpr BudgetLineId line{0};
constexpr std::size_t people = 100;
constexpr OccupationId turbine_technician{2};

Inputs inputs_with_course() {
  Inputs inputs = small_inputs();
  add_policy(inputs, "course");
  add_budget_line(inputs, fen_from_yuan(1e7));
  return inputs;
}

// A hundred trainees in a course of three months that everybody passes.
struct Fixture {
  SmallWorld small{inputs_with_course()};
  World& world = small.world;
  Workers& w = world.workers;
  std::vector<Transition> transitions;

  Fixture() {
    next_month(world);
    Offer offer;
    offer.policy = course;
    offer.service = Service::training;
    offer.since = world.now;
    offer.months = 3;
    offer.price = {
        .per_month = 300, .income_per_month = 200, .at_end = 1000, .months = 3, .line = line};
    offer.search_factor = 0.5;
    offer.proximity_gain = 0.3;
    offer.proximity_limit = 0.7;
    offer.targets = {0, 0, 1, 0, 0};
    world.terms.offers = {offer};
    for (std::size_t i = 0; i < people; ++i) displace(world, Row{i});
  }

  Offer& offer() { return world.terms.offers.front(); }
  // Phases 6, 7 and 9 of this month.
  void run_month() {
    placement(world, transitions);
    apply(world, transitions);
    training(world, transitions);
    apply(world, transitions);
    end_commitments(world);
    pay_running_commitments(world);
  }
  std::int64_t in_training() const { return std::ranges::count(w.state.all(), State::in_training); }
  std::int64_t count(Counter counter) const { return count_of(world, course, counter); }
  Fen spent() const {
    Fen sum = 0;
    for (const Fen amount : world.ledger.spending()) sum += amount;
    return sum;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Fixture,
                  "a course lasts its months, is paid by the month and on the certificate") {
  run_month();
  CHECK(in_training() == people);
  CHECK(spent() == people * 300);
  CHECK(service_income(world, Row{0}) == 200);
  offer().open = false;
  for (int month = 1; month < 3; ++month) {
    next_month(world);
    run_month();
    CHECK(in_training() == people);
  }
  CHECK(count(Counter::completed) == 0);
  next_month(world);
  run_month();
  CHECK(in_training() == 0);
  CHECK(count(Counter::completed) == people);
  CHECK(spent() == people * (3 * 300 + 1000));
  CHECK(world.ledger.open_reservations(0, line) == 0);
  CHECK(world.ledger.active(course) == 0);
  for (std::size_t i = 0; i < people; ++i) {
    CHECK(w.certificates[Row{i}] == 1);
    CHECK(w.slot_end[Row{i}] <= world.now);
    // The spell without work goes on.
    CHECK(w.spell_start[Row{i}] == world.now - 3);
  }
}

TEST_CASE_FIXTURE(Fixture, "without success there is no certificate and no payment for it") {
  offer().success_share = 0.5;
  run_month();
  offer().open = false;
  for (int month = 0; month < 3; ++month) {
    next_month(world);
    run_month();
  }
  const auto passed = count(Counter::completed);
  // Binomial(100, 0.5) within 5 standard deviations.
  CHECK(std::abs(passed - 50) < 25);
  CHECK(spent() == static_cast<Fen>(people) * 3 * 300 + passed * 1000);
  CHECK(world.ledger.open_reservations(0, line) == 0);
  CHECK(in_training() == 0);
}

TEST_CASE("a longer course begun in the same month gives the same people their certificates") {
  const auto certified_after = [](int months) {
    Fixture f;
    f.offer().success_share = 0.5;
    f.offer().months = f.offer().price.months = months;
    for (int month = 0; month <= months; ++month) {
      f.run_month();
      next_month(f.world);
    }
    std::vector<Row> certified;
    for (std::size_t i = 0; i < people; ++i) {
      if (f.w.certificates[Row{i}] != 0) certified.push_back(Row{i});
    }
    return certified;
  };
  const std::vector<Row> after_three = certified_after(3);
  CHECK(after_three.size() > 30);
  CHECK(after_three.size() < 70);
  CHECK(certified_after(6) == after_three);
}

TEST_CASE_FIXTURE(Fixture, "drop-outs return the rest of their money") {
  offer().drop_out_per_month = 0.2;
  run_month();
  offer().open = false;
  next_month(world);
  run_month();
  const auto left = count(Counter::dropped_out);
  CHECK(left > 2);
  CHECK(left < 40);
  CHECK(in_training() == static_cast<std::int64_t>(people) - left);
  CHECK(world.ledger.active(course) ==
        static_cast<std::int32_t>(people - static_cast<std::size_t>(left)));
  CHECK(spent() == static_cast<Fen>(people) * 300 + (static_cast<Fen>(people) - left) * 300);
  CHECK(world.ledger.open_reservations(0, line) == (static_cast<Fen>(people) - left) * 1300);
}

TEST_CASE_FIXTURE(Fixture, "a trainee who finds work or dies ends the course in that month") {
  run_month();
  offer().open = false;
  next_month(world);
  world.market.vacancies[world.market.cells(clerk, LeagueId{0})] = 1;
  move_to(world, {.row = Row{0}, .to = State::dead, .reason = Reason::death});
  move_to(world, {.row = Row{1},
                  .to = State::employed_tertiary,
                  .reason = Reason::hire,
                  .job = {clerk, LeagueId{0}, MineId::none()}});
  run_month();
  CHECK(count(Counter::dropped_out) == 2);
  CHECK(w.certificates[Row{1}] == 0);
  CHECK(w.slot_end[Row{1}] == world.now);
  CHECK(world.ledger.open_reservations(0, line) == static_cast<Fen>(people - 2) * 1300);
}

TEST_CASE_FIXTURE(Fixture, "seats in use are free again when courses end") {
  offer().seats.max_active = 60;
  offer().take_up = 1;
  run_month();
  CHECK(in_training() == 60);
  next_month(world);
  run_month();
  CHECK(in_training() == 60);
  for (int month = 0; month < 3; ++month) {
    next_month(world);
    run_month();
  }
  CHECK(count(Counter::served) == people);
}

TEST_CASE_FIXTURE(Fixture, "a course is not taken twice, and after leaving it not before a while") {
  offer().success_share = 0.5;
  offer().repeat_after_months = 6;
  for (int month = 0; month < 10; ++month) {
    if (month > 0) next_month(world);
    run_month();
    if (month == 8) CHECK(count(Counter::served) == people);
  }
  // Six months after the end of the third month, those who failed come again.
  const std::int64_t failed = static_cast<std::int64_t>(people) - count(Counter::completed);
  CHECK(count(Counter::served) == static_cast<std::int64_t>(people) + failed);
  CHECK(in_training() == failed);
}

TEST_CASE_FIXTURE(Fixture, "a trainee searches less, everybody else as before") {
  offer().seats.per_month = 1;
  run_month();
  for (std::size_t i = 0; i < people; ++i) {
    const Row row{i};
    CHECK(search_factor_of(world, row) == (w.state[row] == State::in_training ? 0.5 : 1.0));
  }
}

TEST_CASE_FIXTURE(Fixture, "a certificate brings only its targets closer, up to its limit") {
  const Row row{0};
  const double before = world.tables().proximity(w.occupation[row].index(), 2);
  REQUIRE(before == 0.5);
  CHECK(effective_proximity(world, row, turbine_technician) == before);
  w.certificates[row] = 1;
  CHECK(effective_proximity(world, row, turbine_technician) == 0.7);
  CHECK(effective_proximity(world, row, clerk) == before);
  offer().proximity_gain = 0.1;
  CHECK(effective_proximity(world, row, turbine_technician) == doctest::Approx(0.6));
  offer().proximity_limit = 0.4;
  CHECK(effective_proximity(world, row, turbine_technician) == before);
  w.certificates[row] = 2;  // of another policy
  CHECK(effective_proximity(world, row, turbine_technician) == before);
}
