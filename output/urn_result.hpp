// What a replicate of the kind `urn` hands over.
#pragma once

#include "output/replicate_result.hpp"

namespace jtsim::output {

/// The series of a run of the kind `urn`, from its history.
ReplicateResult urn_result(const Layout& layout, std::uint32_t replicate,
                           const agents::UrnHistory& history);

}  // namespace jtsim::output
