// What the displaced lose: their income month by month against what they would have earned.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Adds this month to the losses in the register, after all payments of the month: for every case
/// in the first year after displacement, then for the middle month of each quarter, which stands
/// for three. A case is closed at death and at the ordinary pension. Severance counts as income at
/// displacement.
void add_losses(World& world);

}  // namespace jtsim::agents
