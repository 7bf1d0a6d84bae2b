// Which of its market's vacancies an application is for.
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <doctest/doctest.h>

#include "agents/background_hires.hpp"
#include "agents/matching.hpp"
#include "agents/search.hpp"
#include "base/race.hpp"
#include "tests/base/chi_square.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// Everybody searches every month, and the only open posts are those of clerks.
struct Fixture {
  MarketWorld m;
  World& world = m.world;

  /// `open`: [league] posts.
  Fixture(std::size_t searchers, const std::vector<std::int32_t>& open,
          const Inputs& inputs = eager_inputs())
      : m(inputs) {
    world.market.vacancies.assign(world.market.vacancies.size(), 0);
    for (std::size_t r = 0; r < open.size(); ++r) world.market.vacancies[cell(r)] = open[r];
    for (std::size_t i = 0; i < searchers; ++i) displace(world, Row{i});
    draw_background(world);
    find_searchers(world);
  }

  std::size_t cell(std::size_t league) const { return world.market.cells(clerk, LeagueId{league}); }

  /// The applications of a month, best first: by their keys, which here have no factor of
  /// ethnicity.
  std::vector<Application> apply(std::uint32_t month) {
    world.luck.replicate = month;
    send_applications(world);
    std::vector<Application> result = world.scratch.applications;
    std::ranges::sort(result, {}, &Application::key);
    return result;
  }
};

}  // namespace

TEST_CASE("an application is for one of the open vacancies, each equally often") {
  constexpr std::int32_t open = 7;
  Fixture f(100, {0, open});
  std::vector<double> counts(open, 0.0);
  constexpr std::uint32_t months = 100;
  for (std::uint32_t month = 0; month < months; ++month) {
    for (const Application& application : f.apply(month)) {
      CHECK(application.cell == f.cell(1));
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

TEST_CASE("applicants choose their vacancies independently, whatever their rank") {
  // Three applicants for three vacancies: 27 ways, all with the same chance.
  Fixture f(3, {0, 3});
  std::vector<double> counts(27, 0.0);
  for (std::uint32_t month = 0; month < 27'000; ++month) {
    const std::vector<Application> ranked = f.apply(month);
    counts.at(9 * ranked[0].slot + 3 * ranked[1].slot + ranked[2].slot) += 1;
  }
  CHECK_FALSE(chi_square_uniform(counts).exceeds_bound());
}

TEST_CASE("those behind change nobody's vacancy ahead of them") {
  for (std::uint32_t month = 0; month < 20; ++month) {
    Fixture many(30, {0, 10});
    Fixture few(30, {0, 10});
    const std::vector<Application> before = many.apply(month);
    // The last one does not apply.
    std::erase(few.world.scratch.searchers, before.back().row);
    const std::vector<Application> after = few.apply(month);
    REQUIRE(after.size() == before.size() - 1);
    for (std::size_t i = 0; i < after.size(); ++i) {
      CHECK(after[i].id == before[i].id);
      CHECK(after[i].slot == before[i].slot);
    }
  }
}

TEST_CASE(
    "whether somebody meets a better applicant depends on the share of vacancies taken alone") {
  const std::vector<std::int32_t> open{10, 4};
  Fixture f(30, open);
  std::size_t met = 0;
  std::size_t both_markets = 0;
  for (std::uint32_t month = 0; month < 20; ++month) {
    std::map<std::size_t, std::set<std::uint32_t>> taken_in;
    for (const Application& application : f.apply(month)) {
      const std::size_t league = application.cell == f.cell(0) ? 0 : 1;
      std::set<std::uint32_t>& taken = taken_in[league];
      const std::uint32_t word =
          draw(f.world.luck, Stream::market_slot, application.id, draw_month(f.world), 0);
      const bool meets = taken.contains(application.slot);
      CHECK(meets ==
            (uniform_below(static_cast<std::uint32_t>(open[league]), word) < taken.size()));
      met += meets ? 1U : 0U;
      taken.insert(application.slot);
    }
    both_markets += taken_in.size() == 2 ? 1U : 0U;
  }
  CHECK(met > 100);
  CHECK(both_markets > 5);
}

TEST_CASE("who meets nobody mostly keeps the vacancy when the best applicant stays away") {
  std::size_t alone = 0;
  std::size_t kept = 0;
  for (std::uint32_t month = 0; month < 20; ++month) {
    Fixture many(30, {0, 60});
    Fixture few(30, {0, 60});
    const std::vector<Application> before = many.apply(month);
    std::erase(few.world.scratch.searchers, before.front().row);
    std::set<std::uint32_t> taken;
    std::map<WorkerId, std::uint32_t> slot_of;
    for (const Application& application : few.apply(month)) {
      if (taken.insert(application.slot).second) slot_of[application.id] = application.slot;
    }
    taken.clear();
    for (const Application& application : before) {
      if (!taken.insert(application.slot).second || !slot_of.contains(application.id)) continue;
      ++alone;
      kept += slot_of.at(application.id) == application.slot ? 1U : 0U;
    }
  }
  CHECK(alone > 300);
  CHECK(kept > alone * 9 / 10);
}

TEST_CASE("the employer of the chosen vacancy weighs ethnicity") {
  Inputs inputs = eager_inputs();
  inputs.tables.ethnicities[1].hiring_factor_state_owned = 0.9;
  inputs.tables.ethnicities[1].hiring_factor_private = 0.6;
  inputs.tables.sectors[Sector::tertiary].state_owned_share = 0.5;
  Fixture f(60, {0, 40}, inputs);
  const World& world = f.world;
  std::set<double> factors;
  for (const Application& application : f.apply(1)) {
    const double factor = ethnicity_factor(world, world.workers.ethnicity[application.row],
                                           employer_of(world, application.cell, application.slot));
    const double weight = hiring_weight(world, application.row, clerk) * factor;
    CHECK(application.weight == doctest::Approx(weight).epsilon(1e-12));
    const double u =
        unit_interval(draw(world.luck, Stream::hiring_key, application.id, draw_month(world)));
    CHECK(application.key == doctest::Approx(race_key(u, weight)).epsilon(1e-12));
    factors.insert(factor);
  }
  CHECK(factors.size() == 3);
}
