// Phase 9, income: what everybody lives on this month, who pays it, and what the displaced lose.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Pays severance, insurance, assistance, early pensions and running commitments, and adds income
/// and shadow earnings to the register. Proposes no transitions.
void income(World& world, std::vector<Transition>& transitions);

/// Income of a worker this month, after `income` has run: pay, transfer, allowance or pension. 0
/// for the dead.
Fen monthly_income(const World& world, Row row);

/// Pension of a month: `pension_share` of the last relative pay, indexed.
Fen monthly_pension(const World& world, Row row);

}  // namespace jtsim::agents
