// Check V3: the kind `markov` against the closed form of its chain, mean and variance.
#pragma once

#include <cstdint>

#include "agents/markov.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// Runs `inputs` with few workers many times.
Findings check_chain(agents::MarkovInputs inputs, std::uint64_t seed);

}  // namespace jtsim::app
