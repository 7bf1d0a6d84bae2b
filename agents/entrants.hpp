// The young who enter the mines: a pool fixed in advance, taken in order to fill what is still open
// at month's end.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Part of phase 10: entrants take the mines' open posts of each league. Each leaves the background
/// unemployed of his league; where nobody is left to come, the post stays open.
void enter(World& world);

}  // namespace jtsim::agents
