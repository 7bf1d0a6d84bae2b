// Stocks of the background: separations, the path of the labour force, posts wanted.
#include "agents/background.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "tests/support/market_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

std::int64_t sum(const std::vector<std::int32_t>& values) {
  return std::accumulate(values.begin(), values.end(), std::int64_t{0});
}

/// Employed and unemployed of the background together.
std::int64_t persons(const World& world) {
  return sum(world.market.background_employed) + sum(world.market.background_unemployed);
}

/// A labour force that moves from 1 at the start to `level` a year later.
Inputs with_labour_force(double level) {
  Inputs inputs = market_inputs();
  inputs.tables.mines.clear();  // so that the background is the whole labour force
  inputs.tables.labour_force = {{inputs.start, inputs.start + 12}, {1, level}};
  return inputs;
}

/// Twelve months of nothing but the labour force.
void pass_year(World& world) {
  for (int month = 1; month <= 12; ++month) {
    world.now = world.inputs.start + month;
    follow_labour_force(world);
  }
}

}  // namespace

TEST_CASE("separations are binomial with the hazard of the balance") {
  MarketWorld m;
  World& world = m.world;
  const std::vector<double> expected = expected_separations(m.balance);
  constexpr int months = 400;
  std::vector<double> seen(expected.size(), 0.0);
  std::vector<double> squares(expected.size(), 0.0);
  for (int month = 1; month <= months; ++month) {
    world.now = m.inputs.start + month;
    world.market.background_employed = m.balance.employed;
    world.market.background_unemployed = m.balance.unemployed;
    separate_background(world);
    for (std::size_t cell = 0; cell < expected.size(); ++cell) {
      const double n = m.balance.employed[cell] - world.market.background_employed[cell];
      CHECK(world.market.background_unemployed[cell] == m.balance.unemployed[cell] + n);
      seen[cell] += n;
      squares[cell] += (n - expected[cell]) * (n - expected[cell]);
    }
  }
  for (std::size_t cell = 0; cell < expected.size(); ++cell) {
    if (expected[cell] == 0) {
      CHECK(seen[cell] == 0);
      continue;
    }
    const double variance = expected[cell] * (1 - m.balance.separation[cell]);
    CHECK(std::abs(deviations(seen[cell], months * expected[cell], std::sqrt(months * variance))) <
          allowed_deviations);
    // The mean square has a standard deviation of about variance x sqrt((2 + 1/variance) / months).
    const double spread = variance * std::sqrt((2 + 1 / variance) / months);
    CHECK(std::abs(deviations(squares[cell] / months, variance, spread)) < allowed_deviations);
  }
}

TEST_CASE("separations are counted in the league where they happen") {
  MarketWorld m;
  m.world.market.background_employed = m.balance.employed;
  separate_background(m.world);
  for (std::size_t r = 0; r < m.inputs.tables.leagues.size(); ++r) {
    std::int32_t lost = 0;
    for (std::size_t o = 0; o < m.world.market.cells.occupations; ++o) {
      const std::size_t cell = m.world.market.cells(OccupationId{o}, LeagueId{r});
      lost += m.balance.employed[cell] - m.world.market.background_employed[cell];
    }
    CHECK(m.world.tallies.background[r][BackgroundItem::separated] == lost);
  }
}

TEST_CASE("posts beyond those wanted raise the hazard by their share of the employed") {
  Inputs inputs = market_inputs();
  inputs.tables.sectors[Sector::tertiary].surplus_separation_share = 0.2;
  MarketWorld m(inputs);
  const std::size_t clerks = m.world.market.cells(clerk, LeagueId{1});
  m.world.market.background_employed[clerks] = 900;
  m.world.market.agents[clerks] = 100;
  m.world.market.wanted[clerks] = 1000;
  CHECK(separation_hazard(m.world, clerks) == m.balance.separation[clerks]);
  m.world.market.wanted[clerks] = 750;
  CHECK(separation_hazard(m.world, clerks) ==
        doctest::Approx(m.balance.separation[clerks] + 0.2 * 0.25));
  m.world.market.wanted[clerks] = 0;
  m.inputs.tables.sectors[Sector::tertiary].surplus_separation_share = 1;
  CHECK(separation_hazard(m.world, clerks) == 1);
}

TEST_CASE("a growing labour force enters as unemployed, spread like those at the start") {
  MarketWorld m(with_labour_force(1.05));
  const std::vector<std::int32_t> employed = m.world.market.background_employed;
  const std::vector<std::int32_t> before = m.world.market.background_unemployed;
  pass_year(m.world);
  CHECK(m.world.market.background_employed == employed);
  const std::int64_t at_start = sum(m.balance.employed) + sum(m.balance.unemployed);
  const auto grown = static_cast<std::int64_t>(std::llround(0.05 * static_cast<double>(at_start)));
  CHECK(sum(m.world.market.background_unemployed) - sum(before) == grown);
  for (std::size_t cell = 0; cell < before.size(); ++cell) {
    const double share = static_cast<double>(m.balance.unemployed[cell]) /
                         static_cast<double>(sum(m.balance.unemployed));
    const double entered = m.world.market.background_unemployed[cell] - before[cell];
    // Twelve roundings by at most one person each.
    CHECK(std::abs(entered - share * static_cast<double>(grown)) < 12);
  }
}

TEST_CASE("a shrinking labour force leaves employed and unemployed in proportion") {
  MarketWorld m(with_labour_force(0.9));
  m.world.market.background_employed = m.balance.employed;
  m.world.market.background_unemployed = m.balance.unemployed;
  const std::int64_t at_start = persons(m.world);
  pass_year(m.world);
  const auto left = static_cast<std::int64_t>(std::llround(0.9 * static_cast<double>(at_start)));
  CHECK(persons(m.world) == left);
  for (std::size_t cell = 0; cell < m.balance.employed.size(); ++cell) {
    CHECK(std::abs(m.world.market.background_employed[cell] - 0.9 * m.balance.employed[cell]) < 12);
    CHECK(std::abs(m.world.market.background_unemployed[cell] - 0.9 * m.balance.unemployed[cell]) <
          12);
  }
}

TEST_CASE("the places of those who leave coal are taken by the young") {
  MarketWorld m(with_labour_force(1));
  const std::int64_t before = persons(m.world);
  m.world.replaced = 7;
  follow_labour_force(m.world);
  CHECK(persons(m.world) == before + 7);
}

TEST_CASE("small cells get their share of few newcomers in the long run") {
  MarketWorld m(with_labour_force(1));
  m.world.market.background_unemployed.assign(m.balance.unemployed.size(), 0);
  constexpr int months = 1'000;
  m.world.replaced = 1;
  for (int month = 1; month <= months; ++month) {
    m.world.now = m.inputs.start + month;
    follow_labour_force(m.world);
  }
  for (std::size_t cell = 0; cell < m.balance.unemployed.size(); ++cell) {
    const double share = static_cast<double>(m.balance.unemployed[cell]) /
                         static_cast<double>(sum(m.balance.unemployed));
    const double spread = std::sqrt(months * share * (1 - share)) + 1e-9;
    CHECK(std::abs(deviations(m.world.market.background_unemployed[cell], months * share, spread)) <
          allowed_deviations);
  }
}

TEST_CASE("in the scope of the whole region there is no background to follow the labour force") {
  Inputs inputs = with_labour_force(1.05);
  inputs.settings.population.scope = Scope::region;
  MarketWorld m(inputs);
  const std::int64_t before = persons(m.world);
  m.world.replaced = 7;
  follow_labour_force(m.world);
  CHECK(persons(m.world) == before);
}

TEST_CASE("posts wanted outside coal are those of the start times the labour force") {
  MarketWorld m;
  m.world.conditions.labour_force = 0.8;
  m.world.market.wanted.assign(m.world.market.cells.count(), -1);
  want_outside_coal(m.world);
  for (std::size_t cell = 0; cell < m.world.market.cells.count(); ++cell) {
    const std::size_t occupation = m.world.market.cells.occupation(cell).index();
    const Sector sector = m.inputs.tables.occupations[occupation].sector;
    const double posts = m.balance.employed[cell] + m.balance.vacancies[cell];
    if (sector == Sector::mining || sector == Sector::new_energy) {
      CHECK(m.world.market.wanted[cell] == -1);  // left to others
    } else {
      CHECK(std::abs(m.world.market.wanted[cell] - 0.8 * posts) <= 0.5);
    }
  }
}
