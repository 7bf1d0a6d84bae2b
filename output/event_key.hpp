// What sums over displacements need of each event, found once for all of them.
#pragma once

#include <cstdint>
#include <vector>

#include "output/peers.hpp"

namespace jtsim::output {

/// An event of the register: where it belongs, and how its peers fared.
struct EventKey {
  /// Position on `displaced_year`.
  std::uint32_t year = 0;
  CellGroups groups{};
  PeerRatios peers;
};

/// In the order of the register.
std::vector<EventKey> event_keys(const agents::World& world, const Axes& axes, const Peers& peers);

}  // namespace jtsim::output
