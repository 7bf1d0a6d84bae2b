// Finds what is odd about the policies of a scenario, but possible.
#pragma once

#include <vector>

#include "policies/registry.hpp"

namespace jtsim::policies {

/// What has no effect, or not the one that was probably meant: a policy that places people and is
/// not in a cascade that others are in, one in it that is not enabled, one that starts after the
/// end or ends before the first month, targets without an occupation, eligibility that leaves out
/// all whom the policy serves. Key paths as in `problems_of`; places are left empty.
std::vector<Problem> oddities_of(const std::vector<NamedPolicy>& policies,
                                 const std::vector<PolicyId>& cascade,
                                 const agents::Inputs& inputs);

}  // namespace jtsim::policies
