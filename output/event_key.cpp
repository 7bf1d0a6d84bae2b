// One pass over the register.
#include "output/event_key.hpp"

namespace jtsim::output {

namespace {

CellGroups groups_of(const agents::Displacement& event) {
  CellGroups groups;
  groups[Partition::age_band] = static_cast<std::uint16_t>(event.age_band);
  groups[Partition::sex] = static_cast<std::uint16_t>(event.sex);
  groups[Partition::ethnicity] = static_cast<std::uint16_t>(event.ethnicity.index());
  groups[Partition::education] = static_cast<std::uint16_t>(event.education);
  groups[Partition::region] = static_cast<std::uint16_t>(event.league.index());
  return groups;
}

}  // namespace

std::vector<EventKey> event_keys(const agents::World& world, const Axes& axes, const Peers& peers) {
  std::vector<EventKey> keys;
  keys.reserve(world.displacements.events.size());
  for (const agents::Displacement& event : world.displacements.events) {
    keys.push_back({static_cast<std::uint32_t>(axes.year_index(event.month)), groups_of(event),
                    peer_ratios(world, event, peers)});
  }
  return keys;
}

}  // namespace jtsim::output
