// Compares the declared values of two scenarios, row by row.
#include "configs/scenario_differences.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "configs/parameter.hpp"
#include "configs/problems.hpp"

namespace jtsim::configs {

namespace {

/// Values by key path.
using Values = std::map<std::string, std::string>;

bool is_label(const std::string& name) { return name == "label_zh" || name == "label_en"; }

void flatten(const std::vector<Parameter>& rows, const std::string& path, Values& into) {
  for (const Parameter& row : rows) {
    const std::string key = joined_key(path, row.name);
    if (row.children.empty()) {
      if (!is_label(row.name) && row.type != ValueType::file) into[key] = row.value;
    } else {
      flatten(row.children, key, into);
    }
  }
}

Values values_of(const Scenario& scenario) {
  Values values;
  flatten(parameters_of_document(scenario.document), "", values);
  for_each_field<TablePaths>([&](const auto& field) {
    const FilePath& path = scenario.document.tables.*(field.member);
    const auto file = std::ranges::find(scenario.inputs_read, path.text, &SourceText::path);
    const std::string key = joined_key("tables", std::string(field.text.name));
    values[key] = file == scenario.inputs_read.end() ? std::string() : file->text;
  });
  return values;
}

Values below(const Values& all, const std::string& path) {
  Values part;
  for (const auto& [key, value] : all) {
    if (key.starts_with(path + ".")) part[key.substr(path.size())] = value;
  }
  return part;
}

bool is_compared(const std::string& key) {
  return key != "replicates" && !key.starts_with("policies.") && !key.starts_with("output.");
}

std::vector<std::string> keys_that_differ(const Values& a, const Values& b) {
  std::set<std::string> keys;
  for (const Values* values : {&a, &b}) {
    for (const auto& [key, value] : *values) {
      if (is_compared(key)) keys.insert(key);
    }
  }
  std::vector<std::string> different;
  for (const std::string& key : keys) {
    const auto x = a.find(key);
    const auto y = b.find(key);
    if (x == a.end() || y == b.end() || x->second != y->second) different.push_back(key);
  }
  return different;
}

bool is_in_force(const Scenario& scenario, const std::string& name) {
  return std::ranges::any_of(scenario.policies, [&](const policies::NamedPolicy& policy) {
    return policy.name.id == name && policies::programme_of(policy.policy).enabled;
  });
}

/// Those that share a budget line whose values differ.
std::vector<ChangedPolicy> on_changed_lines(const Scenario& base, const Scenario& policy,
                                            const std::vector<std::string>& keys) {
  std::vector<ChangedPolicy> changed;
  for (const policies::NamedPolicy& named : policy.policies) {
    const std::string line = joined_key("budgets", policies::programme_of(named.policy).budget);
    const bool has_changed = std::ranges::any_of(
        keys, [&](const std::string& key) { return key.starts_with(line + "."); });
    if (has_changed && is_in_force(policy, named.name.id) && is_in_force(base, named.name.id))
      changed.push_back({named.name.id, PolicyChange::changed});
  }
  return changed;
}

}  // namespace

bool ScenarioDifferences::adds_or_changes_policies() const {
  return std::ranges::any_of(
      policies, [](const ChangedPolicy& policy) { return policy.change != PolicyChange::removed; });
}

ScenarioDifferences differences_between(const Scenario& base, const Scenario& policy) {
  const Values a = values_of(base);
  const Values b = values_of(policy);
  ScenarioDifferences found;
  for (std::string& key : keys_that_differ(a, b)) {
    const bool is_means = key == "cascade" || key.starts_with("budgets.");
    (is_means ? found.means : found.others).push_back(std::move(key));
  }
  for (const policies::NamedPolicy& named : policy.policies) {
    const std::string& name = named.name.id;
    if (!is_in_force(policy, name)) continue;
    const std::string path = joined_key("policies", name);
    if (!is_in_force(base, name)) {
      found.policies.push_back({name, PolicyChange::added});
    } else if (below(a, path) != below(b, path)) {
      found.policies.push_back({name, PolicyChange::changed});
    }
  }
  for (const policies::NamedPolicy& named : base.policies) {
    const std::string& name = named.name.id;
    if (is_in_force(base, name) && !is_in_force(policy, name))
      found.policies.push_back({name, PolicyChange::removed});
  }
  if (found.policies.empty()) found.policies = on_changed_lines(base, policy, found.means);
  return found;
}

std::uint64_t bits_of_changed(const ScenarioDifferences& differences, const Scenario& scenario) {
  std::uint64_t bits = 0;
  for (const ChangedPolicy& changed : differences.policies) {
    if (changed.change == PolicyChange::removed) continue;
    for (const policies::NamedPolicy& named : scenario.policies) {
      if (named.name.id == changed.name) bits |= std::uint64_t{1} << named.id.index();
    }
  }
  return bits;
}

}  // namespace jtsim::configs
