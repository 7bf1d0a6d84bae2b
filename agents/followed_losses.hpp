// Which displaced persons' losses are still followed after the first year, and in which months.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace jtsim::agents {

/// After the first year losses are taken every third month: pay moves slowly by then.
inline constexpr int loss_sampling_months = 3;

/// Positions in the register of the cases that are not closed, ascending, apart by the month of
/// displacement modulo `loss_sampling_months`: those of one list are looked at in the same months.
using FollowedLosses = std::array<std::vector<std::uint32_t>, std::size_t{loss_sampling_months}>;

}  // namespace jtsim::agents
