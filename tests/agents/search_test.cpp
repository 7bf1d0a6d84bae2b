// Who searches, how often, and what an application is.
#include "agents/search.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "agents/background_hires.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr OccupationId clerk{3};

void employ(World& world, Row row, Form form) {
  const Job job{clerk, LeagueId{0}, MineId::none(), form, Contract::private_, 5'000};
  if (form == Form::regular) ++world.market.vacancies[world.market.cells(clerk, LeagueId{0})];
  move_to(world, {row, State::employed_tertiary, Reason::hire, job});
}

/// One worker of every kind; 0 to 3 in tertiary work by form, the others as their names say.
struct Fixture {
  MarketWorld m;
  World& world = m.world;
  static constexpr Row unemployed{4};
  static constexpr Row retired{5};
  static constexpr Row dead{6};
  static constexpr Row miner{7};

  Fixture() {
    for (const Form form : all_of_enum<Form>()) {
      const Row row{index_of(form)};
      displace(world, row);
      employ(world, row, form);
    }
    displace(world, unemployed);
    move_to(world, {.row = retired, .to = State::retired, .reason = Reason::legal_retirement});
    move_to(world, {.row = dead, .to = State::dead, .reason = Reason::death});
  }
};

}  // namespace

TEST_CASE("the jobless and those on platforms and public posts search, others do not") {
  const Fixture f;
  const Workers& w = f.world.workers;
  CHECK_FALSE(searches(w, Row{index_of(Form::regular)}));
  CHECK(searches(w, Row{index_of(Form::platform)}));
  CHECK_FALSE(searches(w, Row{index_of(Form::self_employed)}));
  CHECK(searches(w, Row{index_of(Form::public_post)}));
  CHECK(searches(w, f.unemployed));
  CHECK_FALSE(searches(w, f.retired));
  CHECK_FALSE(searches(w, f.dead));
  CHECK_FALSE(searches(w, f.miner));
}

TEST_CASE("all who may search are found, each once") {
  Fixture f;
  // Somebody in the last rows too, beyond whole groups of rows.
  const Row last{f.world.workers.size() - 1};
  displace(f.world, last);
  employ(f.world, last, Form::platform);
  find_searchers(f.world);
  std::vector<Row> found = f.world.scratch.searchers;
  std::ranges::sort(found);
  std::vector<Row> expected;
  for (std::size_t i = 0; i < f.world.workers.size(); ++i) {
    if (searches(f.world.workers, Row{i})) expected.push_back(Row{i});
  }
  CHECK(found == expected);
  CHECK(found.back() == last);
}

TEST_CASE("searchers apply with the probability of search intensity") {
  Fixture f;
  draw_background(f.world);
  for (std::size_t i = 8; i < 108; ++i) displace(f.world, Row{i});
  find_searchers(f.world);
  const auto searchers = static_cast<double>(f.world.scratch.searchers.size());
  constexpr int months = 400;
  double applied = 0;
  for (int month = 0; month < months; ++month) {
    f.world.luck.replicate = static_cast<std::uint32_t>(month);
    send_applications(f.world);
    applied += static_cast<double>(f.world.scratch.applications.size());
  }
  const double chance = f.world.settings().search.search_intensity;
  const double trials = searchers * months;
  CHECK(std::abs(deviations(applied, trials * chance, std::sqrt(trials * chance * (1 - chance)))) <
        allowed_deviations);
}

TEST_CASE("more search takes more ticks of the search clock, at least one and at most four") {
  const std::pair<double, int> expected[] = {{0, 1},   {0.2, 1}, {0.5, 1}, {0.8, 2},  {1, 2},
                                             {1.5, 3}, {2, 4},   {2.5, 4}, {1e300, 4}};
  for (const auto& [factor, ticks] : expected) {
    CAPTURE(factor);
    CHECK(search_ticks(factor) == ticks);
  }
}

TEST_CASE("whatever its ticks, a month has the chance of its search") {
  for (const double factor : {0.3, 0.5, 1.5, 2.0, 3.0}) {
    CAPTURE(factor);
    Fixture f;
    Offer offer;
    offer.service = Service::search_aid;
    offer.search_factor = factor;
    f.world.terms.offers = {offer};
    f.world.search_aids.clear();
    find_searchers(f.world);
    for (const Row row : f.world.scratch.searchers) {
      f.world.search_aids.push_back({row, offer.policy, f.world.now});
    }
    draw_background(f.world);
    constexpr int months = 4'000;
    double applied = 0;
    for (int month = 0; month < months; ++month) {
      f.world.luck.replicate = static_cast<std::uint32_t>(month);
      const std::uint16_t before = f.world.workers.search_clock[f.unemployed];
      send_applications(f.world);
      CHECK(f.world.workers.search_clock[f.unemployed] ==
            static_cast<std::uint16_t>(before + search_ticks(factor)));
      applied += static_cast<double>(f.world.scratch.applications.size());
    }
    const double chance = factor * f.world.settings().search.search_intensity;
    const double trials = months * static_cast<double>(f.world.scratch.searchers.size());
    CHECK(std::abs(deviations(applied, trials * chance,
                              std::sqrt(trials * chance * (1 - chance)))) < allowed_deviations);
  }
}

TEST_CASE("no tick of the search clock is used twice, in however many spells") {
  Fixture f;
  World& world = f.world;
  Offer aid;
  aid.service = Service::search_aid;
  aid.search_factor = 2;
  world.terms.offers = {aid};
  const Row row = f.unemployed;
  std::uint16_t free_from = 0;
  const auto search_for = [&](int months) {
    for (int month = 0; month < months; ++month) {
      world.search_aids = {{row, aid.policy, world.now}};
      CHECK(world.workers.search_clock[row] >= free_from);
      find_searchers(world);
      send_applications(world);
      CHECK(world.workers.search_clock[row] > free_from);
      free_from = world.workers.search_clock[row];
      next_month(world);
    }
  };
  draw_background(world);
  search_for(5);
  employ(world, row, Form::platform);
  search_for(3);
  move_to(world, {.row = row, .to = State::unemployed, .reason = Reason::programme_end});
  search_for(4);
  // Whoever does not search at all lets the clock stand, and begins beyond it all the same.
  employ(world, row, Form::regular);
  next_month(world);
  move_to(world, {.row = row, .to = State::unemployed, .reason = Reason::separation});
  search_for(2);
}

TEST_CASE("certain search means that everybody applies, every month") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  MarketWorld m(inputs);
  for (std::size_t i = 0; i < 50; ++i) displace(m.world, Row{i});
  draw_background(m.world);
  find_searchers(m.world);
  send_applications(m.world);
  CHECK(m.world.scratch.applications.size() == 50);
}

TEST_CASE("an application is for one of the open vacancies, each equally often") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  inputs.settings.search.reservation_start = 0;
  MarketWorld m(inputs);
  const std::size_t cell = m.world.market.cells(clerk, LeagueId{1});
  constexpr std::int32_t open = 7;
  m.world.market.vacancies.assign(m.world.market.vacancies.size(), 0);
  m.world.market.vacancies[cell] = open;
  for (std::size_t i = 0; i < 100; ++i) displace(m.world, Row{i});
  draw_background(m.world);
  find_searchers(m.world);
  std::vector<double> counts(open, 0.0);
  constexpr int months = 100;
  for (int month = 0; month < months; ++month) {
    m.world.luck.replicate = static_cast<std::uint32_t>(month);
    send_applications(m.world);
    for (const Application& application : m.world.scratch.applications) {
      CHECK(application.cell == cell);
      CHECK(application.key > 0);
      counts.at(application.slot) += 1;
    }
  }
  constexpr double each = 100.0 * months / open;
  for (const double count : counts) {
    CHECK(std::abs(deviations(count, each, std::sqrt(each * (1 - 1.0 / open)))) <
          allowed_deviations);
  }
}

TEST_CASE("nobody leaves a platform or a public post for less pay") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  MarketWorld m(inputs);
  const Row row{0};
  displace(m.world, row);
  employ(m.world, row, Form::platform);
  draw_background(m.world);
  find_searchers(m.world);
  int applied = 0;
  for (std::uint32_t replicate = 0; replicate < 300; ++replicate) {
    m.world.luck.replicate = replicate;
    std::vector<Transition> hires;
    search_and_matching(m.world, hires);
    m.reset_market();
    for (const Transition& hire : hires) {
      ++applied;
      CHECK(hire.job.relative_pay >= m.world.workers.relative_pay[row]);
    }
  }
  CHECK(applied > 0);
}

namespace {

/// The months in which a worker without a job applies, over three years, with `course` months of
/// training, of half the search, from the first on.
std::vector<int> months_of_application(Row row, int course) {
  Fixture f;
  Workers& w = f.world.workers;
  Offer offer;
  offer.service = Service::training;
  offer.search_factor = 0.5;
  f.world.terms.offers = {offer};
  std::vector<int> months;
  displace(f.world, row);
  if (course > 0) {
    move_to(f.world, {.row = row, .to = State::in_training, .reason = Reason::training_start});
    w.slot[row] = offer.policy;
    w.slot_end[row] = f.world.now + course;
  }
  for (int month = 0; month < 36; ++month) {
    if (month == course && course > 0)
      move_to(f.world, {.row = row, .to = State::unemployed, .reason = Reason::training_end});
    find_searchers(f.world);
    send_applications(f.world);
    if (std::ranges::count(f.world.scratch.applicants, row, &Applicant::row) > 0)
      months.push_back(month);
    next_month(f.world);
  }
  return months;
}

}  // namespace

TEST_CASE("a course with half the search puts luck off by half its length and does not change it") {
  std::size_t applications = 0;
  for (std::size_t i = 10; i < 25; ++i) {
    const std::vector<int> without = months_of_application(Row{i}, 0);
    applications += without.size();
    for (const int course : {2, 6, 12}) {
      std::vector<int> put_off;
      for (const int month : without) {
        const int later = month + course / 2;
        if (later >= course && later < 36) put_off.push_back(later);
      }
      std::vector<int> with = months_of_application(Row{i}, course);
      std::erase_if(with, [&](int month) { return month < course; });
      CHECK(with == put_off);
    }
  }
  CHECK(applications > 20);
}
