// Statutory payments of the month: severance, unemployment insurance, social assistance, early
// pensions.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// What a household of mean size without other income is topped up to, a month.
Fen household_assistance_line(const World& world);

/// Severance for this month's displaced.
void pay_severance(World& world);

/// Unemployment insurance and social assistance; sets `world.transfers`. Early retirees draw their
/// pension up to the ordinary month at the policy's cost.
void pay_transfers(World& world);

}  // namespace jtsim::agents
