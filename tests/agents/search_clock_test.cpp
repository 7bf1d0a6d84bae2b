// The clock by which the luck of searching passes.
#include "agents/search_clock.hpp"

#include <algorithm>
#include <cmath>

#include <doctest/doctest.h>

#include "agents/background_hires.hpp"
#include "agents/search.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr Row someone{4};

/// A market with `jobless` persons without work, the first of them `someone`.
struct Fixture {
  MarketWorld m;
  World& world = m.world;

  explicit Fixture(std::size_t jobless) {
    for (std::size_t i = 0; i < jobless; ++i) displace(world, Row{someone.index() + i});
    draw_background(world);
    find_searchers(world);
  }
};

/// The months in which a worker without a job applies, over three years, with `course` months of
/// training, of half the search, from the first on.
std::vector<int> months_of_application(Row row, int course) {
  Fixture f(0);
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

TEST_CASE("more search takes more ticks of the search clock, none without search, at most four") {
  const std::pair<double, int> expected[] = {{0, 0},   {0.2, 1}, {0.5, 1}, {0.8, 2},  {1, 2},
                                             {1.5, 3}, {2, 4},   {2.5, 4}, {1e300, 4}};
  for (const auto& [factor, ticks] : expected) {
    CAPTURE(factor);
    CHECK(search_ticks(factor) == ticks);
  }
}

TEST_CASE("whatever its ticks, a month has the chance of its search") {
  for (const double factor : {0.0, 0.3, 0.5, 1.5, 2.0, 3.0}) {
    CAPTURE(factor);
    Fixture f(3);
    Offer offer;
    offer.service = Service::search_aid;
    offer.search_factor = factor;
    f.world.terms.offers = {offer};
    for (const Row row : f.world.scratch.searchers) {
      f.world.search_aids.push_back({row, offer.policy, f.world.now});
    }
    constexpr int months = 4'000;
    double applied = 0;
    for (int month = 0; month < months; ++month) {
      f.world.luck.replicate = static_cast<std::uint32_t>(month);
      const std::uint16_t before = f.world.workers.search_clock[someone];
      send_applications(f.world);
      CHECK(f.world.workers.search_clock[someone] ==
            static_cast<std::uint16_t>(before + search_ticks(factor)));
      applied += static_cast<double>(f.world.scratch.applicants.size());
    }
    const double chance = factor * f.world.settings().search.search_intensity;
    const double trials = months * static_cast<double>(f.world.scratch.searchers.size());
    // Without search nobody applies, exactly.
    CHECK(std::abs(applied - trials * chance) <=
          allowed_deviations * std::sqrt(trials * chance * (1 - chance)));
  }
}

TEST_CASE("no tick of the search clock is used twice, in however many spells") {
  Fixture f(1);
  World& world = f.world;
  Offer aid;
  aid.service = Service::search_aid;
  aid.search_factor = 2;
  world.terms.offers = {aid};
  std::uint16_t free_from = 0;
  const auto search_for = [&](int months) {
    for (int month = 0; month < months; ++month) {
      world.search_aids = {{someone, aid.policy, world.now}};
      CHECK(world.workers.search_clock[someone] >= free_from);
      find_searchers(world);
      send_applications(world);
      CHECK(world.workers.search_clock[someone] > free_from);
      free_from = world.workers.search_clock[someone];
      next_month(world);
    }
  };
  search_for(5);
  employ(world, someone, Form::platform);
  search_for(3);
  move_to(world, {.row = someone, .to = State::unemployed, .reason = Reason::programme_end});
  // Who searched at work goes on where he was, so that runs with and without the post have the
  // same luck.
  CHECK(world.workers.search_clock[someone] == free_from);
  search_for(4);
  // Whoever does not search at all lets the clock stand, and begins beyond it all the same.
  employ(world, someone, Form::regular);
  next_month(world);
  move_to(world, {.row = someone, .to = State::unemployed, .reason = Reason::separation});
  search_for(2);
}

TEST_CASE("who applied last month applies no more and no less often this month") {
  constexpr std::size_t searchers = 100;
  Fixture f(searchers);
  World& world = f.world;
  constexpr int months = 4'000;
  double applied = 0;
  double twice = 0;
  std::vector<Row> before;
  for (int month = 0; month < months; ++month) {
    send_applications(world);
    std::vector<Row> now;
    for (const Applicant& applicant : world.scratch.applicants) now.push_back(applicant.row);
    applied += static_cast<double>(now.size());
    for (const Row row : now) twice += std::ranges::binary_search(before, row) ? 1 : 0;
    before = now;
  }
  const double chance = world.settings().search.search_intensity;
  const double trials = searchers * months;
  const double pairs = searchers * (months - 1);
  CHECK(std::abs(deviations(applied, trials * chance, std::sqrt(trials * chance * (1 - chance)))) <
        allowed_deviations);
  // Pairs that overlap in a month are not independent: var = c^2 (1 - c^2) + 2 c^3 (1 - c) each.
  const double both = chance * chance;
  const double spread = std::sqrt(pairs * (both * (1 - both) + 2 * both * chance * (1 - chance)));
  CHECK(std::abs(deviations(twice, pairs * both, spread)) < allowed_deviations);
}

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
