// Check V4: when retirements alone can carry a cut, nobody is displaced.
#pragma once

#include "agents/inputs.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// 516,000 workers of one mine, 1,000 per birth month, who all retire at 60, without deaths, quits
/// and hires: the output falls every December for ten years. `region` lends its tables for
/// everything else.
Findings check_cohorts(const agents::Inputs& region);

}  // namespace jtsim::app
