// Internal retirement of the displaced and of volunteers.
#include <algorithm>

#include <doctest/doctest.h>

#include "agents/pay.hpp"
#include "agents/placement.hpp"
#include "tests/support/cascade_world.hpp"

using namespace cascade_world;

TEST_CASE_FIXTURE(CascadeWorld,
                  "internal retirement pays allowance and contributions to the pension") {
  const Row row{0};
  w.retirement[row] = world.now + 14;
  const Fen pay = monthly_pay(world, row);
  displace_first(2);
  Offer& offer = add_offer(retire, Service::internal_retirement);
  offer.window_months = 60;
  offer.allowance_share = 0.5;
  offer.contribution_share = 0.25;
  offer.price.payer = Payer::enterprise;
  w.retirement[Row{1}] = world.now + 61;
  place();
  CHECK(w.state[row] == State::internal_retired);
  CHECK(w.state[Row{1}] == State::unemployed);
  CHECK(count(retire, Counter::not_eligible) == 1);
  offer.open = false;  // what is promised runs on
  for (int month = 0; month < 14; ++month) {
    settle();
    CHECK(service_income(world, row) == doctest::Approx(static_cast<double>(pay) * 0.5));
    next_month(world);
  }
  move_to(world, {.row = row, .to = State::retired, .reason = Reason::end_of_internal_retirement});
  settle();
  CHECK(service_income(world, row) == 0);
  CHECK(count(retire, Counter::completed) == 1);
  Fen spent = 0;
  for (const Fen amount : world.ledger.spending()) spent += amount;
  CHECK(std::abs(spent - 14 * pay * 3 / 4) <= 14 * 2);
  CHECK(world.ledger.open_reservations(1, line) == 0);
  CHECK(world.ledger.active(retire) == 0);
}

TEST_CASE_FIXTURE(CascadeWorld, "the allowance of those who die returns from that month on") {
  const Row row{0};
  w.retirement[row] = world.now + 30;
  displace_first(1);
  Offer& offer = add_offer(retire, Service::internal_retirement);
  offer.window_months = 60;
  offer.allowance_share = 0.5;
  place();
  pass_month();
  move_to(world, {.row = row, .to = State::dead, .reason = Reason::death});
  settle();
  for (std::size_t year = 0; year < world.ledger.years(); ++year) {
    CHECK(world.ledger.open_reservations(year, line) == 0);
  }
  CHECK(count(retire, Counter::dropped_out) == 1);
  CHECK(w.slot_end[row] <= world.now);
}

namespace {

// Everybody in the first mine is within the window; the offer is open.
struct SurplusFixture : CascadeWorld {
  std::vector<Row> candidates;

  SurplusFixture() {
    Offer& offer = add_offer(retire, Service::internal_retirement);
    offer.window_months = 60;
    offer.allowance_share = 0.5;
    offer.price.line = BudgetLineId::none();
    // Conditions on the displaced do not hold back volunteers.
    offer.eligible.displaced = DisplacedRule::displaced;
    offer.eligible.spell_max_months = 0;
    offer.eligible.states.bits = std::uint64_t{1} << index_of(State::unemployed);
    for (std::size_t i = 0; i < heads; ++i) {
      candidates.push_back(Row{i});
      w.retirement[Row{i}] = world.now + 20 + static_cast<int>(i);
    }
  }
  Offer& offer() { return world.terms.offers.front(); }
};

}  // namespace

TEST_CASE_FIXTURE(SurplusFixture, "volunteers never exceed the surplus of the mine") {
  offer().priority = Priority::oldest_first;
  accept_internal_retirement(world, candidates, 7, transitions);
  CHECK(transitions.size() == 7);
  CHECK(count(retire, Counter::served) == 7);
  CHECK(count(retire, Counter::no_seat) == static_cast<std::int64_t>(heads) - 7);
  apply(world, transitions);
  CHECK(world.mines[0].filled == heads - 7);
  CHECK(world.displacements.events.empty());
}

TEST_CASE_FIXTURE(SurplusFixture, "volunteers are asked once in each interval of the window") {
  offer().take_up = 0.5;
  offer().repeat_after_months = 6;
  accept_internal_retirement(world, candidates, 40, transitions);
  const std::size_t first = transitions.size();
  CHECK(first > 5);
  CHECK(first < 35);
  CHECK(count(retire, Counter::offered) == static_cast<std::int64_t>(heads));
  apply(world, transitions);
  std::erase_if(candidates, [&](Row row) { return w.state[row] != State::employed_mining; });
  for (int month = 1; month < 6; ++month) {
    next_month(world);
    accept_internal_retirement(world, candidates, 40, transitions);
    CHECK(transitions.empty());
  }
  next_month(world);
  accept_internal_retirement(world, candidates, 40, transitions);
  CHECK_FALSE(transitions.empty());
}

TEST_CASE_FIXTURE(SurplusFixture, "outside the window nobody is asked") {
  for (const Row row : candidates) w.retirement[row] = world.now + 61;
  accept_internal_retirement(world, candidates, 40, transitions);
  CHECK(transitions.empty());
  CHECK(count(retire, Counter::offered) == 0);
  CHECK(internal_retirement_window(world) == 60);
  offer().open = false;
  CHECK(internal_retirement_window(world) == 0);
}
