// What one replicate of a comparison hands over: the base world, and each policy world beside it.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/paired_sums.hpp"
#include "agents/region_account.hpp"

namespace jtsim::output {

/// One policy world and the persons it shares with the base world.
struct PairedSide {
  agents::RegionTotals totals;
  agents::PairedSums sums;
  /// Ever displaced in either world, ever served by the policies in question.
  std::int64_t displaced = 0;
  std::int64_t participants = 0;
  /// Of persons that the other world does not have.
  std::int64_t unmatched_displaced = 0;
  std::int64_t unmatched_participants = 0;
};

struct PairedReplicate {
  /// Number of the replicate in the experiment.
  std::uint32_t replicate = 0;
  agents::RegionTotals base;
  /// In the order of the policy runs.
  std::vector<PairedSide> sides;
};

}  // namespace jtsim::output
