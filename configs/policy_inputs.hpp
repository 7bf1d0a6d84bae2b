// Policies and budgets of a scenario with their positions, names and random keys, checked.
#pragma once

#include "configs/problems.hpp"
#include "configs/scenario.hpp"

namespace jtsim::configs {

/// Fills policies, cascade and budget lines of the scenario from the document. Names of rows whose
/// table is not there are not checked.
void add_policies(const Document& document, Scenario& scenario, Problems& problems,
                  Problems& warnings);

}  // namespace jtsim::configs
