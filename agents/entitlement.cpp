// Offering statutory rights.
#include "agents/entitlement.hpp"

#include "agents/eligibility.hpp"

namespace jtsim::agents {

bool takes(const World& world, const Entitlement& right, Row row, Month since) {
  if (right.take_up >= 1) return true;
  const auto month = static_cast<std::uint16_t>(since - world.inputs.start);
  const std::uint32_t key = world.inputs.policies[right.policy.index()].draw_key;
  return draw(world.luck, Stream::take_up, world.workers.id[row], month, key) <
         threshold(right.take_up);
}

bool take_entitlement(World& world, const Entitlement& right, Row row, Month since) {
  Ledger& ledger = world.ledger;
  if (!is_eligible(world, right.eligible, row)) {
    ledger.count(right.policy, Counter::not_eligible, world.now);
    return false;
  }
  ledger.count(right.policy, Counter::offered, world.now);
  if (!takes(world, right, row, since)) {
    ledger.count(right.policy, Counter::declined, world.now);
    return false;
  }
  ledger.count(right.policy, Counter::requested, world.now);
  ledger.count(right.policy, Counter::served, world.now);
  world.served.push_back({row, right.policy, world.now});
  const std::uint32_t event = world.workers.last_event[row];
  if (event != Workers::no_event) {
    world.displacements.events[event].served |= std::uint64_t{1} << right.policy.index();
  }
  return true;
}

}  // namespace jtsim::agents
