// Whether vacancies treat women and men alike: every application by a woman, sent once more by a
// man.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Adds this month's applications to `world.tallies.callbacks`: for each by a woman the probability
/// to be hired over her own luck, given the keys of everybody else, and that of a man who is like
/// her in all else. After `rank_applications`, before anybody is hired.
void count_callbacks(World& world);

/// Probability that a key of that hiring weight lies below the rival's.
double chance_against(double weight, double rival_key);

}  // namespace jtsim::agents
