// Phase 3, demography: deaths, retirement, and giving up after a long spell.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Proposes deaths, then pensions, then exits from the labour force; at most one change a worker,
/// in this order. Also counts in `world.replaced` those whose places in the labour force the young
/// take.
void demography(World& world, std::vector<Transition>& transitions);

/// Monthly probability of death at `age`: Gompertz at the level of `now`, with the excess of long
/// underground work if `exposed`.
double death_hazard(const Mortality& mortality, int age, Month now, bool exposed);

/// Months of underground work so far.
int underground_months(const World& world, Row row);

}  // namespace jtsim::agents
