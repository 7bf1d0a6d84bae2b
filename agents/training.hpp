// Phase 7, training: progress, drop-outs and certificates.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Moves trainees who drop out or reach the end of their course back to unemployment; their spell
/// without work goes on. Who succeeds holds the policy's certificate from now on.
void training(World& world, std::vector<Transition>& transitions);

}  // namespace jtsim::agents
