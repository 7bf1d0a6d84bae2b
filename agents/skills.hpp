// How close a worker is to an occupation, certificates included.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Proximity of the worker's occupation to `occupation`, 0 to 1. A certificate that aims at it adds
/// its gain, up to its limit; of several the best counts.
double effective_proximity(const World& world, Row row, OccupationId occupation);

}  // namespace jtsim::agents
