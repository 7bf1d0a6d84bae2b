// Pairs of a woman and a man who apply for the same vacancy.
#include "agents/callbacks.hpp"

#include <algorithm>
#include <cmath>

#include "agents/background_hires.hpp"
#include "agents/matching.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

/// The smallest key of all others who apply for the vacancy of application `i`.
double rival_key(const World& world, std::uint32_t i) {
  const MarketScratch& s = world.scratch;
  const VacancyPositions position{s.first_vacancy};
  const Application& own = s.applications[i];
  const std::size_t vacancy = position(own);
  double rival = best_background_key(s.words[vacancy], s.flows.per_vacancy[own.cell],
                                     world.settings().matching.background_hiring_weight);
  const std::uint32_t leader = s.best[vacancy];
  if (leader != i) return std::min(rival, s.applications[leader].key);
  for (std::uint32_t other = 0; other < s.applications.size(); ++other) {
    const Application& application = s.applications[other];
    const bool same = application.cell == own.cell && application.slot == own.slot;
    if (same && other != i) rival = std::min(rival, application.key);
  }
  return rival;
}

}  // namespace

double chance_against(double weight, double rival_key) {
  return std::isfinite(rival_key) ? 1 - exp2_fixed(-weight * rival_key) : 1.0;
}

void count_callbacks(World& world) {
  const double woman = sex_factor(world, Sex::female);
  Callbacks& counted = world.tallies.callbacks;
  if (woman <= 0) return;
  const double man_over_woman = sex_factor(world, Sex::male) / woman;
  const auto& applications = world.scratch.applications;
  for (std::uint32_t i = 0; i < applications.size(); ++i) {
    if (world.workers.sex[applications[i].row] != Sex::female) continue;
    if (!std::isfinite(applications[i].key)) continue;
    const double rival = rival_key(world, i);
    ++counted.applications;
    counted.hired_as_women += chance_against(applications[i].weight, rival);
    counted.hired_as_men += chance_against(applications[i].weight * man_over_woman, rival);
  }
}

}  // namespace jtsim::agents
