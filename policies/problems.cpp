// Finds what is wrong with the policies of a scenario taken together.
#include <algorithm>
#include <span>
#include <type_traits>

#include <fmt/format.h>

#include "policies/registry.hpp"
#include "policies/resolve.hpp"

namespace jtsim::policies {

namespace {

std::string path_of(const NamedPolicy& policy, std::string_view field) {
  return "policies." + policy.name.id + "." + std::string(field);
}

Problem problem(std::string key_path, Sentence what, Sentence allowed = {}) {
  Problem found;
  found.key_path = std::move(key_path);
  found.what = std::move(what);
  found.allowed = std::move(allowed);
  return found;
}

// The nearest of the names there are, or all of them.
Sentence names_allowed(const UnknownName& unknown) {
  constexpr std::size_t most_shown = 40;
  const std::string near = nearest_name(unknown.name, unknown.known);
  if (!near.empty()) return {tr("did you mean `{}`?"), near};
  if (unknown.known.empty()) return tr("there are none");
  const std::span<const std::string> known(unknown.known);
  if (known.size() <= most_shown)
    return {tr("known: {}"), fmt::format("{}", fmt::join(known, ", "))};
  return {tr("known: {}, ..."), fmt::format("{}", fmt::join(known.first(most_shown), ", "))};
}

void add_unknown_names(const NamedPolicy& policy, const agents::Inputs& inputs,
                       std::vector<Problem>& problems) {
  const Programme& programme = programme_of(policy.policy);
  for (const UnknownName& unknown : unknown_names(programme, targets_of(policy.policy), inputs)) {
    problems.push_back(problem(path_of(policy, unknown.field),
                               Sentence(tr("unknown name '{}'"), unknown.name),
                               names_allowed(unknown)));
  }
}

template <class>
constexpr bool is_list = false;
template <class Item>
constexpr bool is_list<std::vector<Item>> = true;

// What an item of a list is called in the file.
std::string_view name_of_item(const std::string& item) { return item; }
template <TabledEnum Enum>
std::string_view name_of_item(Enum item) {
  return identifier(item);
}

// Items that stand twice in a list of the section, or of one in it.
template <Declared Section>
void add_repeated_items(const Section& section, const std::string& path,
                        std::vector<Problem>& problems) {
  for_each_field<Section>([&](const auto& field) {
    const auto& value = section.*(field.member);
    using Value = std::decay_t<decltype(value)>;
    const std::string key = path + "." + std::string(field.text.name);
    if constexpr (Declared<Value>) {
      add_repeated_items(value, key, problems);
    } else if constexpr (is_list<Value>) {
      for (auto item = value.begin(); item != value.end(); ++item) {
        if (std::find(value.begin(), item, *item) == item) continue;
        problems.push_back(problem(key, Sentence(tr("'{}' stands twice"), name_of_item(*item))));
      }
    }
  });
}

void add_reversed_ranges(const NamedPolicy& policy, std::vector<Problem>& problems) {
  const Programme& programme = programme_of(policy.policy);
  const EligibilityRules& rules = programme.eligibility;
  if (programme.start && programme.end && *programme.end < *programme.start) {
    problems.push_back(problem(path_of(policy, "end"), tr("lies before the start")));
  }
  if (rules.age_max_years < rules.age_min_years) {
    problems.push_back(
        problem(path_of(policy, "eligibility.age_max_years"), tr("is below age_min_years")));
  }
  if (rules.spell_max_months < rules.spell_min_months) {
    problems.push_back(
        problem(path_of(policy, "eligibility.spell_max_months"), tr("is below spell_min_months")));
  }
}

void add_certificate_overflow(const std::vector<NamedPolicy>& policies,
                              std::vector<Problem>& problems) {
  constexpr std::size_t limit = agents::Workers::maximum_certificates;
  std::size_t number = 0;
  for (const NamedPolicy& policy : policies) {
    if (!gives_certificates(policy.policy) || ++number <= limit) continue;
    problems.push_back(problem(path_of(policy, "kind"),
                               tr("one policy with a certificate too many"),
                               Sentence(tr("at most {}"), limit)));
  }
}

bool overlap(const Programme& a, const Programme& b, const agents::Inputs& inputs) {
  const auto start = [&](const Programme& p) { return p.start.value_or(inputs.start); };
  const auto end = [&](const Programme& p) { return p.end.value_or(inputs.end); };
  return a.enabled && b.enabled && start(a) <= end(b) && start(b) <= end(a);
}

// One fund has one purse and one list of projects; it asks nothing of persons.
void add_fund_faults(const std::vector<NamedPolicy>& policies, std::vector<Problem>& problems) {
  const NamedPolicy* first = nullptr;
  for (const NamedPolicy& policy : policies) {
    const bool invests = kind_of(policy.policy).step == Step::investment;
    const Programme& programme = programme_of(policy.policy);
    if (!invests || !programme.enabled) continue;
    if (!(programme.eligibility == EligibilityRules{})) {
      problems.push_back(problem(path_of(policy, "eligibility"),
                                 tr("an investment creates posts and serves no persons"),
                                 tr("limit it by leagues and project_fields")));
    }
    if (first != nullptr) {
      problems.push_back(problem(path_of(policy, "kind"),
                                 Sentence(tr("'{}' is a fund already"), first->name.id),
                                 tr("one fund that is enabled")));
    }
    if (first == nullptr) first = &policy;
  }
}

// The terms hold one entitlement of each kind.
void add_double_entitlements(const std::vector<NamedPolicy>& policies, const agents::Inputs& inputs,
                             std::vector<Problem>& problems) {
  for (std::size_t i = 0; i < policies.size(); ++i) {
    if (kind_of(policies[i].policy).step != Step::entitlement) continue;
    for (std::size_t j = 0; j < i; ++j) {
      const bool same_kind = policies[i].policy.index() == policies[j].policy.index();
      if (!same_kind ||
          !overlap(programme_of(policies[i].policy), programme_of(policies[j].policy), inputs)) {
        continue;
      }
      problems.push_back(
          problem(path_of(policies[i], "start"),
                  Sentence(tr("in force together with '{}' of the same kind"), policies[j].name.id),
                  tr("one entitlement of a kind at a time")));
    }
  }
}

std::string placing_kinds() {
  std::string names;
  for (const Kind& kind : kinds) {
    if (kind.step != Step::cascade) continue;
    names += (names.empty() ? "" : ", ") + std::string(kind.id);
  }
  return names;
}

void add_cascade_faults(const std::vector<NamedPolicy>& policies,
                        const std::vector<PolicyId>& cascade, std::vector<Problem>& problems) {
  for (std::size_t i = 0; i < cascade.size(); ++i) {
    const NamedPolicy& policy = policies[cascade[i].index()];
    if (kind_of(policy.policy).step != Step::cascade) {
      problems.push_back(problem("cascade", Sentence(tr("'{}' places nobody"), policy.name.id),
                                 Sentence(tr("a policy that places people: {}"), placing_kinds())));
    }
    const auto earlier = cascade.begin() + static_cast<std::ptrdiff_t>(i);
    if (std::find(cascade.begin(), earlier, cascade[i]) != earlier) {
      problems.push_back(problem("cascade", Sentence(tr("'{}' stands twice"), policy.name.id)));
    }
  }
}

}  // namespace

std::vector<Problem> problems_of(const std::vector<NamedPolicy>& policies,
                                 const std::vector<PolicyId>& cascade,
                                 const agents::Inputs& inputs) {
  std::vector<Problem> problems;
  for (const NamedPolicy& policy : policies) {
    add_unknown_names(policy, inputs, problems);
    add_reversed_ranges(policy, problems);
    std::visit(
        [&](const auto& kind) { add_repeated_items(kind, "policies." + policy.name.id, problems); },
        policy.policy);
  }
  add_certificate_overflow(policies, problems);
  add_fund_faults(policies, problems);
  add_double_entitlements(policies, inputs, problems);
  add_cascade_faults(policies, cascade, problems);
  return problems;
}

}  // namespace jtsim::policies
