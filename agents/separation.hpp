// Phase 5, separation: quits, lost jobs outside coal, voluntary exits, and displacement from
// shrinking and closing mines.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

void separation(World& world, std::vector<Transition>& transitions);

/// The mines' part, after quits: `transitions` holds those who already leave, in the order of rows.
/// Voluntary internal retirement comes first; then a closed mine displaces all and a shrinking one
/// exactly what is left of `filled - wanted`.
void displace(World& world, std::vector<Transition>& transitions);

/// Relative risk of being chosen when a mine sheds posts.
double displacement_weight(const World& world, Row row);

}  // namespace jtsim::agents
