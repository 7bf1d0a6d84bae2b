// Programmes with posts of their own, work outside, case workers, units and retention.
#include <algorithm>

#include <doctest/doctest.h>

#include "agents/aids.hpp"
#include "agents/income.hpp"
#include "agents/matching.hpp"
#include "agents/pay.hpp"
#include "agents/programme_posts.hpp"
#include "agents/retention.hpp"
#include "agents/training.hpp"
#include "tests/support/cascade_world.hpp"

using namespace cascade_world;

namespace {

constexpr OccupationId fitter{4};

struct Programmes : CascadeWorld {
  Offer& add(Service service, int months) {
    Offer& offer = add_offer(course, service);
    offer.price.months = months;
    offer.targets.assign(world.tables().occupations.size(), 0);
    offer.targets[clerk.index()] = 1;
    return offer;
  }
  void run_training() {
    training(world, transitions);
    apply(world, transitions);
  }
  std::int64_t in_state(State state) const {
    std::int64_t number = 0;
    for (std::size_t i = 0; i < w.size(); ++i) number += w.state[Row{i}] == state ? 1 : 0;
    return number;
  }
};

}  // namespace

TEST_CASE_FIXTURE(Programmes, "a programme's posts need no vacancy and hold those with its form") {
  displace_first(10);
  add(Service::public_post, 3).seats.max_active = 4;
  std::ranges::fill(world.market.vacancies, 0);
  place();
  CHECK(count(course, Counter::served) == 4);
  CHECK(count(course, Counter::no_seat) == 6);
  std::size_t held = 0;
  for (std::size_t i = 0; i < 10; ++i) {
    const Row row{i};
    if (w.form[row] != Form::public_post) continue;
    ++held;
    CHECK(w.state[row] == State::employed_tertiary);
    CHECK(w.occupation[row] == clerk);
    CHECK(w.league[row] == world.displacements.events[w.last_event[row]].league);
  }
  CHECK(held == 4);
}

TEST_CASE_FIXTURE(Programmes, "a public post ends after its months and its seat is free again") {
  displace_first(1);
  Offer& offer = add(Service::public_post, 2);
  offer.price.per_month = 100;
  offer.pay_factor = 0.5;
  place();
  const Fen half = monthly_pay(world, Row{0});
  world.terms.offers.back().pay_factor = 1;
  CHECK(std::abs(monthly_pay(world, Row{0}) - 2 * half) <= 1);
  for (int month = 0; month < 2; ++month) {
    CHECK(w.form[Row{0}] == Form::public_post);
    pass_month();
    run_training();
  }
  CHECK(w.state[Row{0}] == State::unemployed);
  CHECK(w.form[Row{0}] == Form::regular);
  CHECK(count(course, Counter::completed) == 1);
  CHECK(world.ledger.active(course) == 0);
  Fen spent = 0;
  for (const Fen amount : world.ledger.spending()) spent += amount;
  CHECK(spent == 200);
  CHECK(world.ledger.open_reservations(0, line) == 0);
  // Nobody gets another one soon.
  place();
  CHECK(w.state[Row{0}] == State::unemployed);
  world.terms.offers.back().repeat_after_months = 1;
  pass_month();
  place();
  CHECK(w.form[Row{0}] == Form::public_post);
}

TEST_CASE_FIXTURE(Programmes,
                  "a founder opens posts for others and takes them along when he ends") {
  displace_first(1);
  add(Service::self_employment, 12).jobs_created = 2;
  place();
  const std::size_t cell = world.market.cells(clerk, w.league[Row{0}]);
  CHECK(w.form[Row{0}] == Form::self_employed);
  CHECK(world.market.founded[cell] == 2);
  move_to(world, {.row = Row{0}, .to = State::unemployed, .reason = Reason::separation});
  CHECK(world.market.founded[cell] == 0);
}

TEST_CASE_FIXTURE(Programmes, "founders and platform workers go on when the support ends") {
  displace_first(1);
  add(Service::platform_work, 1).pay_factor = 0.5;
  place();
  const Fen supported = monthly_pay(world, Row{0});
  pass_month();
  run_training();
  settle();
  CHECK(w.form[Row{0}] == Form::platform);
  CHECK_FALSE(holds_slot(world, Row{0}));
  CHECK(world.ledger.active(course) == 0);
  CHECK(count(course, Counter::completed) == 1);
  CHECK(monthly_pay(world, Row{0}) == supported);
}

TEST_CASE_FIXTURE(Programmes, "of those exported the returning share comes back without work") {
  displace_first(40);
  add(Service::labour_export, 1).return_share = 0;
  place();
  CHECK(in_state(State::left_region) == 40);
  pass_month();
  run_training();
  CHECK(in_state(State::left_region) == 40);
  CHECK(count(course, Counter::completed) == 40);
  CHECK(world.ledger.active(course) == 0);
}

TEST_CASE_FIXTURE(Programmes, "who comes back from outside begins a spell without work") {
  displace_first(5);
  add(Service::labour_export, 1);
  place();
  pass_month();
  run_training();
  CHECK(in_state(State::left_region) == 0);
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(w.state[Row{i}] == State::unemployed);
    CHECK(w.spell_start[Row{i}] == world.now);
  }
}

TEST_CASE_FIXTURE(Programmes, "a case worker raises search for as many as the case load holds") {
  displace_first(10);
  Offer& offer = add(Service::coaching, 2);
  offer.search_factor = 3;
  offer.seats.max_active = 4;
  place();
  CHECK(count(course, Counter::served) == 4);
  const auto coached = [&] {
    int number = 0;
    for (std::size_t i = 0; i < 10; ++i) number += search_factor_of(world, Row{i}) == 3 ? 1 : 0;
    return number;
  };
  CHECK(coached() == 4);
  CHECK(in_state(State::unemployed) == 10);
  pass_month();
  place();
  // Nobody is coached twice at the same time, and no seat is free.
  CHECK(count(course, Counter::served) == 4);
  pass_month();
  settle();
  CHECK(coached() == 0);
  CHECK(count(course, Counter::completed) == 4);
}

TEST_CASE_FIXTURE(Programmes, "what takes the slot in the month it becomes free keeps it") {
  displace_first(1);
  add(Service::coaching, 2).search_factor = 3;
  place();
  pass_month();
  pass_month();
  // The first case ends with this month, in which the second begins.
  place();
  CHECK(count(course, Counter::served) == 2);
  pass_month();
  CHECK(count(course, Counter::completed) == 1);
  CHECK(holds_slot(world, Row{0}));
  CHECK(search_factor_of(world, Row{0}) == 3);
  place();
  CHECK(count(course, Counter::served) == 2);
  CHECK(world.ledger.active(course) == 1);
  pass_month();
  settle();
  CHECK_FALSE(holds_slot(world, Row{0}));
  CHECK(count(course, Counter::completed) == 2);
  CHECK(world.ledger.active(course) == 0);
}

TEST_CASE_FIXTURE(Programmes, "units move as a whole or not at all") {
  for (std::size_t i = 0; i < heads; ++i) w.occupation[Row{i}] = i < 12 ? miner : technician;
  displace_first(15);
  Offer& offer = add(Service::organised_transfer, 0);
  offer.unit_size = 5;
  offer.targets[fitter.index()] = 1;
  std::ranges::fill(world.market.vacancies, 0);
  const LeagueId home = world.tables().mines[0].league;
  world.market.vacancies[world.market.cells(fitter, home)] = 10;
  world.market.vacancies[world.market.cells(clerk, home)] = 4;
  place();
  // The unit of twelve miners finds ten posts; three technicians are no unit.
  CHECK(count(course, Counter::served) == 10);
  CHECK(count(course, Counter::no_seat) == 5);
  CHECK(world.market.vacancies[world.market.cells(fitter, home)] == 0);
  CHECK(world.market.vacancies[world.market.cells(clerk, home)] == 4);
  for (std::size_t i = 0; i < 15; ++i) {
    const bool moved = w.occupation[Row{i}] == fitter && is_employed(w.state[Row{i}]);
    if (i >= 12) CHECK_FALSE(moved);
    if (!moved) continue;
    // The service goes on, as for a transfer inside the group.
    CHECK(w.service_start[Row{i}] < world.now);
  }
}

TEST_CASE_FIXTURE(Programmes, "wage insurance pays a share of the loss of pay up to its limit") {
  displace_first(2);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    Job job{clerk, w.league[Row{i}], MineId::none(), Form::regular, Contract::private_, 0};
    job.relative_pay = static_cast<std::uint16_t>(w.relative_pay[Row{i}] / (i == 0 ? 2 : 4));
    world.market.vacancies[world.market.cells(clerk, job.league)] += 1;
    move_to(world, {Row{i}, State::employed_tertiary, Reason::hire, job});
  }
  world.hired = {Row{0}, Row{1}};
  Offer& offer = add(Service::wage_insurance, 12);
  offer.gap_share = 0.5;
  const Fen gap = pay_gap(world, Row{0});
  CHECK(gap > 0);
  offer.most_per_month = gap / 2 + 100;
  income(world, transitions);
  CHECK(count(course, Counter::served) == 2);
  CHECK(std::abs(service_income(world, Row{0}) - gap / 2) <= 1);
  CHECK(service_income(world, Row{1}) == offer.most_per_month);
  CHECK(monthly_income(world, Row{1}) == monthly_pay(world, Row{1}) + offer.most_per_month);
}

TEST_CASE_FIXTURE(Programmes, "who is hired out of a course may have wages insured") {
  displace_first(1);
  add(Service::training, 6).months = 6;
  place();
  CHECK(w.state[Row{0}] == State::in_training);
  Job job{clerk, w.league[Row{0}], MineId::none(), Form::regular, Contract::private_, 0};
  job.relative_pay = static_cast<std::uint16_t>(w.relative_pay[Row{0}] / 2);
  world.market.vacancies[world.market.cells(clerk, job.league)] += 1;
  move_to(world, {Row{0}, State::employed_tertiary, Reason::hire, job});
  world.hired = {Row{0}};
  world.terms.offers.front().open = false;
  Offer& offer = add_offer(retire, Service::wage_insurance);
  offer.price.months = 12;
  offer.gap_share = 0.5;
  offer.most_per_month = pay_gap(world, Row{0});
  income(world, transitions);
  CHECK(count(course, Counter::dropped_out) == 1);
  CHECK(count(retire, Counter::served) == 1);
  CHECK(service_income(world, Row{0}) > 0);
}

TEST_CASE_FIXTURE(Programmes, "retention keeps a share of the surplus while seats and money last") {
  RetentionTerms terms;
  terms.policy = course;
  terms.share = 0.5;
  terms.most_months = 2;
  terms.price.per_month = 100;
  terms.price.line = line;
  world.terms.retention.push_back(terms);
  std::vector<std::int32_t> surplus{10, 0, 2};
  retain_staff(world, surplus);
  CHECK(surplus == std::vector<std::int32_t>{5, 0, 1});
  CHECK(count(course, Counter::served) == 6);
  world.terms.retention[0].seats.per_month = 2;
  surplus = {10, 0, 2};
  retain_staff(world, surplus);
  CHECK(surplus == std::vector<std::int32_t>{8, 0, 2});
  CHECK(count(course, Counter::no_seat) == 4);
  surplus = {10, 0, 0};
  retain_staff(world, surplus);
  // The first mine had its two months.
  CHECK(surplus == std::vector<std::int32_t>{10, 0, 0});
  CHECK(count(course, Counter::offered) ==
        count(course, Counter::served) + count(course, Counter::no_seat));
  Fen spent = 0;
  for (const Fen amount : world.ledger.spending()) spent += amount;
  CHECK(spent == 800);
  surplus = {10, 0, 0};
  retain_staff(world, surplus);
  // After a month without, it may have two again.
  CHECK(surplus == std::vector<std::int32_t>{8, 0, 0});
}

TEST_CASE_FIXTURE(Programmes,
                  "equal treatment brings hiring factors closer to one, if it is paid") {
  small.inputs.tables.hiring.sex[Sex::female] = 0.6;
  w.sex[Row{0}] = Sex::female;
  const double before = hiring_weight(world, Row{0}, miner);
  world.equal_treatment.sex = 0.5;
  const double after = hiring_weight(world, Row{0}, miner);
  CHECK(after / before == doctest::Approx(0.8 / 0.6));
}
