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

/// The tiny region with quits, separations and background, all kinds of policies but funds at their
/// defaults.
SmallScenario small_scenario();

/// The same with a fund; coal paths, rates, every number that a kind declares, and budgets follow
/// from `seed`.
SmallScenario random_scenario(std::uint32_t seed);
