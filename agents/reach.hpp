// How readily a person takes a post in another league: one matrix per group of persons.
#pragma once

#include "agents/inputs.hpp"

namespace jtsim::agents {

/// Attachment to the home league of those whose origin plays no part.
inline constexpr double neutral_attachment = 1;

/// [home][destination] league: 1 within a league or within the commuting radius, else
/// `relocation_share x exp(-distance / distance_scale_km) x attachment`.
Matrix reach(const Inputs& inputs, double attachment);

/// `attachment` of an ethnicity as far as `ethnicity_effect` lets it count: 1 + (attachment - 1) x
/// effect.
double effective_attachment(const Inputs& inputs, EthnicityId ethnicity);

}  // namespace jtsim::agents
