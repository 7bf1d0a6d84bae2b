// Without a shock the background stays as it is: unemployment, vacancies and the flow into work.
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "agents/background.hpp"
#include "agents/background_hires.hpp"
#include "agents/demand.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

double sum(const std::vector<std::int32_t>& values) {
  return static_cast<double>(std::accumulate(values.begin(), values.end(), std::int64_t{0}));
}

/// A background of 10 million, so that chance hardly moves its totals.
Inputs large_inputs() {
  Inputs inputs = market_inputs();
  for (SectorRow& sector : inputs.tables.sectors.values) sector.employment *= 100;
  inputs.settings.population.registered_unemployed *= 100;
  return inputs;
}

/// A month of the background alone; returns its hires.
double pass_month(World& world) {
  next_month(world);
  std::vector<Transition> none;
  demand(world, none);
  separate_background(world);
  draw_background(world);
  hire_background(world);
  double hired = 0;
  for (const auto& items : world.tallies.background) hired += items[BackgroundItem::hired];
  return hired;
}

}  // namespace

TEST_CASE("in the no-shock background unemployment and re-employment stay at their start") {
  MarketWorld m(large_inputs());
  World& world = m.world;
  world.now = m.inputs.start;
  world.market.background_employed = m.balance.employed;
  world.market.background_unemployed = m.balance.unemployed;
  const double at_start = sum(m.balance.unemployed);
  const double persons = at_start + sum(m.balance.employed);
  constexpr int months = 48;
  double hired = 0;
  for (int month = 0; month < months; ++month) {
    hired += pass_month(world);
    // About 3,000 persons of 300,000 would be 10 standard deviations.
    CHECK(std::abs(sum(world.market.background_unemployed) / at_start - 1) < 0.01);
    CHECK(sum(world.market.background_unemployed) + sum(world.market.background_employed) ==
          persons);
  }
  const double per_month = hired / months / at_start;
  CHECK(std::abs(per_month / m.inputs.settings.population.reemployment_per_month - 1) < 0.01);
}

TEST_CASE("each cell of the no-shock background keeps its unemployed and vacancies") {
  MarketWorld m(large_inputs());
  World& world = m.world;
  world.now = m.inputs.start;
  world.market.background_employed = m.balance.employed;
  world.market.background_unemployed = m.balance.unemployed;
  constexpr int months = 48;
  std::vector<double> unemployed(m.balance.unemployed.size(), 0.0);
  std::vector<double> open(m.balance.unemployed.size(), 0.0);
  for (int month = 0; month < months; ++month) {
    pass_month(world);
    for (std::size_t cell = 0; cell < open.size(); ++cell) {
      unemployed[cell] += world.market.background_unemployed[cell];
      open[cell] += world.market.wanted[cell] - world.market.filled(cell);
    }
  }
  for (std::size_t cell = 0; cell < open.size(); ++cell) {
    if (m.balance.employed[cell] == 0) continue;
    CHECK(std::abs(unemployed[cell] / months / m.balance.unemployed[cell] - 1) < 0.05);
    const double separations = m.balance.employed[cell] * m.balance.separation[cell];
    CHECK(std::abs(open[cell] / months / m.balance.vacancies[cell] - 1) <
          0.05 + 3 / std::sqrt(separations));
  }
}
