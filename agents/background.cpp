// Monthly changes of the background's stocks outside matching.
#include "agents/background.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "base/apportion.hpp"
#include "base/distributions.hpp"

namespace jtsim::agents {

namespace {

std::int64_t rounded(double value) { return static_cast<std::int64_t>(std::floor(value + 0.5)); }

std::int64_t sum(const std::vector<std::int32_t>& stock) {
  return std::accumulate(stock.begin(), stock.end(), std::int64_t{0});
}

const Occupation& occupation_of(const World& world, std::size_t cell) {
  return world.tables().occupations[world.market.cells.occupation(cell).index()];
}

double split_start(const World& world) {
  return unit_interval(draw(world.luck, Stream::background_inflow, 0, draw_month(world)));
}

void admit(World& world, std::int64_t persons) {
  const std::int64_t total = sum(world.balance.unemployed);
  if (total == 0) return;
  SystematicSample split(persons, static_cast<double>(total), split_start(world));
  for (std::size_t cell = 0; cell < world.market.cells.count(); ++cell) {
    world.market.background_unemployed[cell] += split.next(world.balance.unemployed[cell]);
  }
}

void dismiss(World& world, std::int64_t persons) {
  Market& market = world.market;
  const std::int64_t total = sum(market.background_employed) + sum(market.background_unemployed);
  if (total == 0) return;
  SystematicSample split(std::min(persons, total), static_cast<double>(total), split_start(world));
  for (std::vector<std::int32_t>* stocks :
       {&market.background_employed, &market.background_unemployed}) {
    for (std::int32_t& stock : *stocks) stock -= std::min(stock, split.next(stock));
  }
}

}  // namespace

double separation_hazard(const World& world, std::size_t cell) {
  const std::int32_t filled = world.market.filled(cell);
  const std::int32_t surplus = filled - world.market.wanted[cell];
  const double rate = world.balance.separation[cell];
  if (surplus <= 0) return rate;
  const SectorRow& sector = world.tables().sectors[occupation_of(world, cell).sector];
  return std::min(1.0, rate + sector.surplus_separation_share * surplus / filled);
}

std::uint32_t drawn_separations(const CellMonth& cell, std::uint32_t employed, double hazard) {
  const double u = uniform(cell.luck, Stream::background_separation, cell.cell, cell.month);
  return binomial_quantile(employed, hazard, u);
}

std::uint32_t drawn_openings(const CellMonth& cell, std::uint32_t employed, double chance) {
  const double u = uniform(cell.luck, Stream::opening, cell.cell, cell.month);
  return binomial_quantile(employed, chance, u);
}

void separate_background(World& world) {
  Market& market = world.market;
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    if (market.background_employed[cell] == 0) continue;
    const CellMonth here{world.luck, static_cast<std::uint32_t>(cell), draw_month(world)};
    const auto separated = static_cast<std::int32_t>(
        drawn_separations(here, static_cast<std::uint32_t>(market.background_employed[cell]),
                          separation_hazard(world, cell)));
    market.background_employed[cell] -= separated;
    market.background_unemployed[cell] += separated;
    const LeagueId league = market.cells.league(cell);
    world.tallies.background[league.index()][BackgroundItem::separated] += separated;
  }
}

void follow_labour_force(World& world) {
  if (world.settings().population.scope == Scope::region) return;
  std::int64_t persons_at_start = sum(world.balance.employed) + sum(world.balance.unemployed);
  for (const Mine& mine : world.tables().mines) persons_at_start += mine.headcount;
  const auto at_start = static_cast<double>(persons_at_start);
  const Path& path = world.tables().labour_force;
  const std::int64_t grown =
      rounded(path.at(world.now) * at_start) - rounded(path.at(world.now - 1) * at_start);
  const std::int64_t persons = grown + world.replaced;
  if (persons > 0) admit(world, persons);
  if (persons < 0) dismiss(world, -persons);
}

void want_outside_coal(World& world) {
  for (std::size_t cell = 0; cell < world.market.cells.count(); ++cell) {
    const Sector sector = occupation_of(world, cell).sector;
    if (sector == Sector::mining || sector == Sector::new_energy) continue;
    const std::int32_t posts = world.balance.employed[cell] + world.balance.vacancies[cell];
    world.market.wanted[cell] =
        static_cast<std::int32_t>(rounded(world.conditions.labour_force * posts)) +
        world.market.founded[cell];
  }
}

}  // namespace jtsim::agents
