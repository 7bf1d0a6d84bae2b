// Check V5: Gini, Theil and quantiles against closed forms.
#pragma once

#include "src/validation/finding.hpp"

namespace jtsim::app {

/// Distributions of 200,000 equally likely quantiles, and weights against copies.
Findings check_inequality();

}  // namespace jtsim::app
