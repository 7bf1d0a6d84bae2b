// Phase 6, placement: the displaced and the unemployed pass the cascade of offers.
#pragma once

#include <span>
#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Puts every open offer of the cascade, in its order, to all who are unemployed, those displaced
/// this month among them. Who is served by one is not offered the next.
void placement(World& world, std::vector<Transition>& transitions);

/// Months before the ordinary pension from which anybody may retire internally this month; 0 if no
/// such offer is open.
int internal_retirement_window(const World& world);

/// Asks the employees of one mine with a surplus, as far as they are within the window, to retire
/// internally; at most `limit` of them do. Personal conditions of eligibility apply, those on
/// states, spells and displacement do not: these leave work voluntarily.
void accept_internal_retirement(World& world, std::span<const Row> candidates, std::int32_t limit,
                                std::vector<Transition>& transitions);

}  // namespace jtsim::agents
