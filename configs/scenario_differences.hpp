// In what two scenarios differ: policies by name, and everything else by key.
#pragma once

#include <string>
#include <vector>

#include "configs/scenario.hpp"

namespace jtsim::configs {

/// How a policy of the second scenario relates to the first.
enum class PolicyChange : std::uint8_t { added, removed, changed };

struct ChangedPolicy {
  std::string name;
  PolicyChange change = PolicyChange::added;
};

struct ScenarioDifferences {
  /// In the order of the second scenario, those removed last. A policy that is not enabled counts
  /// as absent; labels do not count. A policy whose own values are equal counts as changed if the
  /// amount of its budget line differs and no other policy changed.
  std::vector<ChangedPolicy> policies;
  /// Key paths of budgets and of the cascade, where they differ: policies by other means.
  std::vector<std::string> means;
  /// Key paths of what differs otherwise: values, and tables by their text. Labels, replicates and
  /// what is recorded do not count.
  std::vector<std::string> others;

  /// Somebody is served by what differs; else nobody is crowded out by it.
  bool adds_or_changes_policies() const;
  /// Otherwise extra persons placed have no cost.
  bool differs_in_policies() const { return !policies.empty() || !means.empty(); }
};

ScenarioDifferences differences_between(const Scenario& base, const Scenario& policy);

/// The policies added or changed, as bits of their positions in `scenario`, either of the two;
/// without those it does not name.
std::uint64_t bits_of_changed(const ScenarioDifferences& differences, const Scenario& scenario);

}  // namespace jtsim::configs

namespace jtsim {
template <>
inline constexpr std::array<Label, 3> labels_of<configs::PolicyChange>{{
    tr("added"),
    tr("removed"),
    tr("changed"),
}};
}  // namespace jtsim
