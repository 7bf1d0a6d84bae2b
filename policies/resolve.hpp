// Looks up the names that policies use, and reports those that do not exist.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// The masks and ids a programme's names stand for. Unknown names are left out;
/// `unknown_names` reports them.
Resolved resolve(const Programme& programme, const Targets& targets, const agents::Inputs& inputs);

/// One name that a list of the policy gives and the scenario does not know.
struct UnknownName {
  /// Path below the policy, as "eligibility.ethnicities".
  std::string field;
  std::string name;
  std::vector<std::string> known;
};

/// Names of rows whose table is empty are left alone.
std::vector<UnknownName> unknown_names(const Programme& programme, const Targets& targets,
                                       const agents::Inputs& inputs);

}  // namespace jtsim::policies
