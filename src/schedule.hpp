// The month, phase by phase: the one list that the program runs and prints.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "agents/world.hpp"
#include "base/enum_table.hpp"
#include "policies/registry.hpp"

namespace jtsim::app {

/// One phase of the month. It reads the world as the previous phase left it and proposes
/// transitions, which are applied at its end. The phase `policies` has no function: it writes the
/// month's terms.
struct Phase {
  std::string_view name;
  Label what;
  agents::PhaseFunction run;
};

/// The ten phases in their order.
std::span<const Phase> schedule();

/// Moves the world by one month. `transitions` is scratch that is empty before and after.
void run_month(agents::World& world, const policies::PolicyPackage& policies,
               std::vector<agents::Transition>& transitions);

}  // namespace jtsim::app
