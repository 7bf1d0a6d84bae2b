// Phase 10, record: entrants fill what is still open in the mines; then the books of the month are
// closed.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Lets entrants in, notes the destinations of those displaced 0, 12, 36 and 60 months ago, counts
/// who is in work after a service, and closes the accounts of sectors and background. Proposes no
/// transitions.
void record(World& world, std::vector<Transition>& transitions);

/// Closes the accounts of the month; also used for the initial state.
void close_month(World& world);

/// Where a displaced worker is now.
Destination destination_of(const World& world, const Displacement& event);

}  // namespace jtsim::agents
