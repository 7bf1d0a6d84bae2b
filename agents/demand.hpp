// Phase 4, demand: jobs wanted in every mine and in every (occupation, league), and the vacancies
// that follow.
#pragma once

#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Sets what mines and cells want this month and opens vacancies by the rule `target`: max(0,
/// wanted - filled). Proposes no transitions.
void demand(World& world, std::vector<Transition>& transitions);

/// Closes mines by the closure rule, spreads each league's output over its open mines by capacity
/// and sets their wanted heads.
void set_mine_demand(World& world);

/// New-energy jobs in `month` by cell (0 in other sectors), before rounding: for technology k
/// multiplier x (local share x jobs per MW) x (MW running for operation, MW added a year for
/// construction and manufacturing).
std::vector<double> new_energy_jobs(const Inputs& inputs, Month month);

}  // namespace jtsim::agents
