// How close a worker is to an occupation, certificates included.
#include "agents/skills.hpp"

#include <algorithm>

namespace jtsim::agents {

double effective_proximity(const World& world, Row row, OccupationId occupation) {
  const Workers& w = world.workers;
  const double proximity = world.tables().proximity(w.occupation[row].index(), occupation.index());
  const unsigned certificates = w.certificates[row];
  if (certificates == 0) return proximity;
  double best = proximity;
  for (const Offer& offer : world.terms.offers) {
    if (offer.service != Service::training) continue;
    const bool holds = (certificates >> offer.policy.index() & 1U) != 0;
    if (!holds || offer.targets[occupation.index()] == 0) continue;
    best = std::max(best, std::min(offer.proximity_limit, proximity + offer.proximity_gain));
  }
  return best;
}

}  // namespace jtsim::agents
