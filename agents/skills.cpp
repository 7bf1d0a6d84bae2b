// How close a worker is to an occupation, certificates included.
#include "agents/skills.hpp"

#include <algorithm>

namespace jtsim::agents {

double certified_proximity(const World& world, Row row, OccupationId occupation, double proximity) {
  const unsigned certificates = world.workers.certificates[row];
  double best = proximity;
  for (const Offer& offer : world.terms.offers) {
    if (offer.service != Service::training) continue;
    const bool holds = (certificates >> offer.certificate & 1U) != 0;
    if (!holds || offer.targets[occupation.index()] == 0) continue;
    best = std::max(best, std::min(offer.proximity_limit, proximity + offer.proximity_gain));
  }
  return best;
}

}  // namespace jtsim::agents
