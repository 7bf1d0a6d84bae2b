// How close a worker is to an occupation, certificates included.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// `proximity` improved by the worker's certificates.
double certified_proximity(const World& world, Row row, OccupationId occupation, double proximity);

/// Proximity of the worker's occupation to `occupation`, 0 to 1. A certificate that aims at it adds
/// its gain, up to its limit; of several the best counts. Inline, because every applicant asks for
/// all occupations.
inline double effective_proximity(const World& world, Row row, OccupationId occupation) {
  const Workers& w = world.workers;
  const double proximity = world.tables().proximity(w.occupation[row].index(), occupation.index());
  if (w.certificates[row] == 0) return proximity;
  return certified_proximity(world, row, occupation, proximity);
}

}  // namespace jtsim::agents
