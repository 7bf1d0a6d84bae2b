// Keeping staff that a mine no longer needs, while somebody pays for it.
#pragma once

#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Phase 5, before displacement: takes the posts that retention pays for off the mines' `surplus`.
/// `offered` and `requested` count posts, as do `served`, `no_seat` and `no_money`.
void retain_staff(World& world, std::vector<std::int32_t>& surplus);

}  // namespace jtsim::agents
