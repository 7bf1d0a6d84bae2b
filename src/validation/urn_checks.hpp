// Checks V1 and V2: the published urn model, by the equations and by persons.
#pragma once

#include <cstdint>

#include "agents/urn.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// V1: the equations of one occupation, and of `occupations` of unequal size, against the closed
/// form. The first row of `inputs` gives the size.
Findings check_one_pool_equations(const agents::UrnInputs& inputs);
/// V1: mean unemployment of ten runs of persons after 150 steps.
Findings check_one_pool_persons(const agents::UrnInputs& inputs, std::uint64_t seed);

/// V2: the automation shock, by the equations.
Findings check_shock_equations(const agents::UrnInputs& inputs);
/// V2: mean unemployment of ten runs of persons around the peak.
Findings check_shock_persons(const agents::UrnInputs& inputs, std::uint64_t seed);

}  // namespace jtsim::app
