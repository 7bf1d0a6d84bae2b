// Phase 1, the clock: the exogenous paths of this month.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Moves the world to its next month and writes its conditions and opens its accounts. Proposes no
/// transitions.
void clock(World& world, std::vector<Transition>& transitions);

/// Consumer prices of `month` relative to those of the price year.
double price_level(const World& world, Month month);

/// The conditions of `now`, without moving anything; also used for the initial state.
void set_conditions(World& world);

}  // namespace jtsim::agents
