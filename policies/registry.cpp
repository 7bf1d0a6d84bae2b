// Makes policies by kind, gets them ready for the monthly loop, and writes the month's terms.
#include "policies/registry.hpp"

#include <algorithm>

#include "policies/resolve.hpp"

namespace jtsim::policies {

namespace {

template <std::size_t I = 0>
std::optional<Policy> make_policy(std::string_view kind) {
  if constexpr (I == kind_count) {
    return std::nullopt;
  } else {
    if (kinds[I].id == kind) return Policy{std::in_place_index<I>};
    return make_policy<I + 1>(kind);
  }
}

// Cascade policies as the cascade lists them, then those it does not list, then all others; within
// each by id.
std::vector<const NamedPolicy*> in_order_of_offer(const std::vector<NamedPolicy>& policies,
                                                  const std::vector<PolicyId>& cascade) {
  std::vector<const NamedPolicy*> ordered;
  for (const NamedPolicy& policy : policies) ordered.push_back(&policy);
  const auto place = [&](const NamedPolicy* policy) {
    const auto listed = std::ranges::find(cascade, policy->id) - cascade.begin();
    return std::pair{kind_of(policy->policy).step, listed};
  };
  std::ranges::stable_sort(ordered, {}, place);
  return ordered;
}

}  // namespace

std::optional<Policy> policy_of_kind(std::string_view kind) { return make_policy(kind); }

const Programme& programme_of(const Policy& policy) {
  return std::visit([](const Programme& programme) -> const Programme& { return programme; },
                    policy);
}

Targets targets_of(const Policy& policy) {
  return std::visit(
      [](const auto& kind) {
        if constexpr (requires { kind.targets; }) {
          return kind.targets;
        } else {
          return Targets{};
        }
      },
      policy);
}

PolicyPackage::PolicyPackage(const std::vector<NamedPolicy>& policies,
                             const std::vector<PolicyId>& cascade, const agents::Inputs& inputs) {
  for (const NamedPolicy* named : in_order_of_offer(policies, cascade)) {
    const Programme& programme = programme_of(named->policy);
    if (!programme.enabled) continue;
    const Targets targets = targets_of(named->policy);
    expect(unknown_names(programme, targets, inputs).empty(), "a policy uses an unknown name");
    const Month first = inputs.start + 1;
    entries_.push_back({.id = named->id,
                        .start = std::max(programme.start.value_or(first), first),
                        .end = programme.end.value_or(inputs.end),
                        .policy = named->policy,
                        .resolved = resolve(programme, targets, inputs)});
  }
}

void PolicyPackage::write_terms(agents::World& world) const {
  world.terms = agents::Terms{};
  for (const Entry& entry : entries_) {
    const bool open = world.now <= entry.end;
    const Step step = kind_of(entry.policy).step;
    const bool runs_on = step == Step::cascade || step == Step::aid;
    if (world.now < entry.start || (!open && !runs_on)) continue;
    const PolicyContext context{entry.id, open, entry.start, entry.resolved};
    std::visit([&](const auto& policy) { policy.write_terms(context, world.terms); }, entry.policy);
  }
}

}  // namespace jtsim::policies
