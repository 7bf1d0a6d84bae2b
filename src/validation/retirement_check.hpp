// Check V6: retirement months against the official schedule of the 2025 reform.
#pragma once

#include <span>

#include "agents/retirement.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// `rules` as `Tables::retirement`.
Findings check_retirement(std::span<const agents::RetirementRule> rules);

}  // namespace jtsim::app
