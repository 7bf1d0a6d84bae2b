// Policies and budgets of a scenario with their positions, names and random keys, checked.
#pragma once

#include "configs/problems.hpp"
#include "configs/scenario.hpp"

namespace jtsim::configs {

/// Whether the names that policies use can be checked: not while tables are faulty.
enum class NameChecks : std::uint8_t { none, all };

/// Fills policies, cascade and budget lines of the scenario from the document.
void add_policies(const Document& document, NameChecks checks, Scenario& scenario,
                  Problems& problems);

}  // namespace jtsim::configs
