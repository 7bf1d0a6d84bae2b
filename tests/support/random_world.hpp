// Small scenarios made from random numbers, for properties that must hold whatever the scenario.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/inputs.hpp"
#include "policies/registry.hpp"

/// A tiny region with its policies.
struct SmallScenario {
  jtsim::agents::Inputs inputs;
  std::vector<jtsim::policies::NamedPolicy> policies;
  std::vector<jtsim::PolicyId> cascade;

  /// Adds a policy under the name of its kind; cascade policies join the cascade.
  jtsim::PolicyId add(jtsim::policies::Policy policy);
  jtsim::policies::PolicyPackage package() const { return {policies, cascade, inputs}; }
};

/// The tiny region with quits, separations and background, all policies at their defaults.
SmallScenario small_scenario();

/// The same with coal paths, rates, seats, budgets and take-ups moved by `numbers` (any values;
/// missing ones count as 0).
SmallScenario random_scenario(const std::vector<std::uint32_t>& numbers);
