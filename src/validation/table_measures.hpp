// Measures that rest on tables alone.
#pragma once

#include <vector>

#include "agents/inputs.hpp"
#include "output/outcomes.hpp"

namespace jtsim::app {

/// Those of `measures_of` that begin with `table.` and `law.`.
std::vector<output::Outcome> table_measures(const agents::Inputs& inputs);

}  // namespace jtsim::app
