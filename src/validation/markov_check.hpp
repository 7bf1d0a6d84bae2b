// Check V3: the kind `markov` against the closed form of its chain, mean and variance.
#pragma once

#include <cstdint>

#include "agents/markov_closed_form.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// Runs `inputs` with few workers many times and holds them against `expected`, the closed form.
Findings check_chain(agents::MarkovInputs inputs, std::uint64_t seed,
                     const std::vector<agents::ChainMonth>& expected);

}  // namespace jtsim::app
