// Finds what is odd about the policies of a scenario, but possible.
#include "policies/oddities.hpp"

#include <algorithm>

#include "policies/resolve.hpp"

namespace jtsim::policies {

namespace {

Problem oddity(std::string key_path, Sentence what, Sentence advice) {
  return {{}, std::move(key_path), std::move(what), std::move(advice)};
}

bool has_targets(const Policy& policy) {
  return std::visit(
      [](const auto& kind) {
        return requires { kind.targets; };
      },
      policy);
}

bool places_people(const NamedPolicy& policy) {
  return kind_of(policy.policy).step == Step::cascade;
}

// Of a policy that is enabled.
void add_late_start(const NamedPolicy& policy, const agents::Inputs& inputs,
                    std::vector<Problem>& oddities) {
  const std::optional<Month> start = programme_of(policy.policy).start;
  if (!start || *start <= inputs.end) return;
  oddities.push_back(
      oddity("policies." + policy.name.id + ".start",
             Sentence(tr("{} lies after the end {}"), to_text(*start), to_text(inputs.end)),
             tr("it has no effect")));
}

void add_early_end(const NamedPolicy& policy, const agents::Inputs& inputs,
                   std::vector<Problem>& oddities) {
  const std::optional<Month> end = programme_of(policy.policy).end;
  const Month first = inputs.start + 1;
  if (!end || *end >= first) return;
  oddities.push_back(
      oddity("policies." + policy.name.id + ".end",
             Sentence(tr("{} lies before the first month {}"), to_text(*end), to_text(first)),
             tr("it has no effect")));
}

void add_no_targets(const NamedPolicy& policy, const agents::Inputs& inputs,
                    std::vector<Problem>& oddities) {
  if (!has_targets(policy.policy)) return;
  const Resolved resolved = resolve(programme_of(policy.policy), targets_of(policy.policy), inputs);
  if (std::ranges::find(resolved.targets, 1) != resolved.targets.end()) return;
  oddities.push_back(oddity("policies." + policy.name.id + ".targets", tr("leaves no occupation"),
                            tr("name occupations, or sectors for all of theirs")));
}

// The cascade goes through the unemployed, whatever the policy. Internal retirement asks staff at
// work as well, of which no state is required.
void add_nobody_to_serve(const NamedPolicy& policy, std::vector<Problem>& oddities) {
  const std::vector<agents::State>& states = programme_of(policy.policy).eligibility.states;
  const bool serves = std::ranges::find(states, agents::State::unemployed) != states.end();
  const bool asks_staff = std::holds_alternative<InternalRetirement>(policy.policy);
  if (!places_people(policy) || asks_staff || states.empty() || serves) return;
  oddities.push_back(oddity("policies." + policy.name.id + ".eligibility.states",
                            tr("nobody can be served"),
                            Sentence(tr("only those in the state `{}` pass the cascade"),
                                     identifier(agents::State::unemployed))));
}

void add_unlisted(const NamedPolicy& policy, const std::vector<PolicyId>& cascade,
                  std::vector<Problem>& oddities) {
  const bool listed = std::ranges::find(cascade, policy.id) != cascade.end();
  if (!places_people(policy) || cascade.empty() || listed) return;
  oddities.push_back(oddity("policies." + policy.name.id,
                            tr("places people, but is not in the cascade"),
                            tr("it is offered after those that are")));
}

}  // namespace

std::vector<Problem> oddities_of(const std::vector<NamedPolicy>& policies,
                                 const std::vector<PolicyId>& cascade,
                                 const agents::Inputs& inputs) {
  std::vector<Problem> oddities;
  for (const NamedPolicy& policy : policies) {
    if (!programme_of(policy.policy).enabled) continue;
    add_late_start(policy, inputs, oddities);
    add_early_end(policy, inputs, oddities);
    add_no_targets(policy, inputs, oddities);
    add_nobody_to_serve(policy, oddities);
    add_unlisted(policy, cascade, oddities);
  }
  for (const PolicyId id : cascade) {
    const NamedPolicy& policy = policies[id.index()];
    if (programme_of(policy.policy).enabled) continue;
    oddities.push_back(oddity("cascade", Sentence(tr("'{}' is not enabled"), policy.name.id),
                              tr("it is passed over")));
  }
  return oddities;
}

}  // namespace jtsim::policies
