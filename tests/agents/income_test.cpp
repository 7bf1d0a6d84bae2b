// The order of payments within phase 9.
#include "agents/income.hpp"

#include <doctest/doctest.h>

#include "tests/support/cascade_world.hpp"

using namespace cascade_world;

TEST_CASE("money of services that were left pays severance, whether or not wages are insured") {
  for (const bool insures : {false, true}) {
    CascadeWorld cascade;
    World& world = cascade.world;
    cascade.displace_first(1);
    Offer& coaching = cascade.add_offer(course, Service::coaching);
    coaching.price.months = 2;
    // Two months take all the money of the line.
    coaching.price.per_month = fen_from_yuan(5e5);
    cascade.place();
    CHECK(cascade.count(course, Counter::served) == 1);
    move_to(world, {.row = Row{0}, .to = State::dead, .reason = Reason::death});
    world.workers.service_start[Row{1}] = world.now - Month::per_year;
    displace(world, Row{1});
    world.terms.severance.emplace();
    world.terms.severance->policy = transfer;
    world.terms.severance->price.line = line;
    if (insures) cascade.add_offer(retire, Service::wage_insurance).seats.per_month = 0;
    income(world, cascade.transitions);
    CHECK(cascade.count(course, Counter::dropped_out) == 1);
    CHECK(world.displacements.events[1].severance > 0);
    CHECK(world.ledger.open_reservations(0, line) == 0);
  }
}
