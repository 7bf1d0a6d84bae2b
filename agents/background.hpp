// Those who are no agents, as stocks of employed and unemployed by (occupation, league): their
// separations, the path of the labour force, and the posts wanted outside coal.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Monthly hazard of losing a job in a cell outside mining, for agents and background alike: the
/// balance's rate, and where more are employed than wanted, `surplus_separation_share` of the
/// surplus. At most 1.
double separation_hazard(const World& world, std::size_t cell);

/// A cell in a month, and the luck it is drawn with.
struct CellMonth {
  Luck luck;
  std::uint32_t cell;
  std::uint16_t month;
};

/// Binomial(employed, hazard) of a cell who lose their job in the month.
std::uint32_t drawn_separations(const CellMonth& cell, std::uint32_t employed, double hazard);
/// Binomial(employed, chance) vacancies that open in a cell in the month (rule `urn`).
std::uint32_t drawn_openings(const CellMonth& cell, std::uint32_t employed, double chance);

/// Moves Binomial(employed, hazard) of every cell into unemployment.
void separate_background(World& world);

/// The labour force outside coal grows by its path and by `world.replaced`. Newcomers begin as
/// unemployed, over cells like the unemployed at the start; a fall takes from employed and
/// unemployed in proportion to their stocks. In the scope `region` nobody is left to follow it.
void follow_labour_force(World& world);

/// Sets the posts wanted outside mining and new energy: those of the start times the path of the
/// labour force, in whole posts.
void want_outside_coal(World& world);

}  // namespace jtsim::agents
