// Policies and budgets of a scenario.
#include "configs/policy_inputs.hpp"

#include <algorithm>
#include <limits>
#include <map>

#include <fmt/format.h>

#include "agents/displacements.hpp"
#include "base/random.hpp"
#include "configs/reported.hpp"
#include "policies/oddities.hpp"

namespace jtsim::configs {

namespace {

/// The register of the displaced has one bit for each policy.
constexpr std::size_t most_policies =
    std::numeric_limits<decltype(agents::Displacement::served)>::digits;
/// Budget lines are numbered in 8 bits, all set means none.
constexpr std::size_t most_budgets = 254;

/// Whether the model has room for all policies and budget lines.
bool has_room(const Document& document, const Scenario& scenario, Problems& problems) {
  const std::size_t before = problems.count();
  const auto check = [&](const std::string& key, std::size_t count, std::size_t most,
                         const Label& advice) {
    if (count <= most) return;
    problems.add({place_of(scenario.places, key), key, Sentence(fmt::format("{} {}", count, key)),
                  Sentence(tr("at most {}{}"), most, advice)});
  };
  check("budgets", document.budgets.size(), most_budgets, {});
  check("policies", document.policies.size(), most_policies,
        tr("; those that are not enabled count as well"));
  return problems.count() == before;
}

void add_budget(const Named<BudgetSettings>& named, Scenario& scenario, Problems& problems) {
  const BudgetSettings& budget = named.value;
  const std::string key = joined_key("budgets", named.name);
  const bool is_limited = budget.yuan_per_year >= 0;
  if (!is_limited && budget.yuan_per_year != -1) {
    const std::string amount = joined_key(key, "yuan_per_year");
    problems.add({place_of(scenario.places, amount), amount, tr("a budget cannot be negative"),
                  tr("0 or more; -1: without limit")});
  }
  if (is_limited && budget.source.empty()) {
    problems.add({place_of(scenario.places, key), joined_key(key, "source"),
                  tr("a limited budget needs a source"), tr("where the amount comes from")});
  }
  agents::BudgetLine line;
  line.name = {named.name, budget.label_zh.empty() ? named.name : budget.label_zh,
               budget.label_en.empty() ? named.name : budget.label_en};
  line.per_year = is_limited ? fen_from_yuan(budget.yuan_per_year) : -1;
  line.carry_over = budget.carry_over;
  scenario.inputs.budget_lines.push_back(std::move(line));
}

void add_policy(const Named<policies::Policy>& named, Scenario& scenario) {
  const policies::Programme& common = policies::programme_of(named.value);
  const Label label = policies::kind_of(named.value).label;
  agents::Name name{
      named.name, common.label_zh.empty() ? std::string(in(Language::zh, label)) : common.label_zh,
      common.label_en.empty() ? std::string(in(Language::en, label)) : common.label_en};
  const PolicyId id(scenario.policies.size());
  // Equal names draw alike in every scenario, wherever they stand.
  scenario.inputs.policies.push_back({name, name_key(named.name)});
  scenario.policies.push_back({id, std::move(name), named.value});
}

/// Two names with one hash would share their luck.
void check_draw_keys(const Scenario& scenario, Problems& problems) {
  std::map<std::uint32_t, std::string> seen;
  for (const agents::PolicyName& policy : scenario.inputs.policies) {
    const auto [first, is_new] = seen.emplace(policy.draw_key, policy.name.id);
    if (is_new) continue;
    const std::string key = joined_key("policies", policy.name.id);
    problems.add({place_of(scenario.places, key), key,
                  Sentence(tr("the name has the random draws of `{}`"), first->second),
                  tr("another name")});
  }
}

void add_cascade(const std::vector<std::string>& names, Scenario& scenario, Problems& problems) {
  std::vector<std::string> known;
  for (const policies::NamedPolicy& policy : scenario.policies) known.push_back(policy.name.id);
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto found = std::find(known.begin(), known.end(), names[i]);
    if (found != known.end()) {
      scenario.cascade.emplace_back(static_cast<std::size_t>(found - known.begin()));
      continue;
    }
    if (is_reported(problems, "policies")) continue;  // it may be one that could not be read
    problems.add({place_of(scenario.places, fmt::format("cascade[{}]", i)), "cascade",
                  Sentence(tr("there is no policy {}"), quoted_for_message(names[i])),
                  name_hint(names[i], known)});
  }
}

/// Budget lines that could not be read are unknown to every policy.
bool only_follows(const Problem& problem, const Problems& problems) {
  return problem.key_path.ends_with(".budget") && is_reported(problems, "budgets");
}

}  // namespace

void add_policies(const Document& document, Scenario& scenario, Problems& problems,
                  Problems& warnings) {
  if (!has_room(document, scenario, problems)) return;
  for (const auto& budget : document.budgets) add_budget(budget, scenario, problems);
  for (const auto& policy : document.policies) add_policy(policy, scenario);
  check_draw_keys(scenario, problems);
  add_cascade(document.cascade, scenario, problems);
  const auto placed = [&](Problem problem) {
    problem.place = place_of(scenario.places, problem.key_path);
    return problem;
  };
  for (const Problem& problem :
       policies::problems_of(scenario.policies, scenario.cascade, scenario.inputs)) {
    if (!only_follows(problem, problems)) problems.add(placed(problem));
  }
  for (const Problem& oddity :
       policies::oddities_of(scenario.policies, scenario.cascade, scenario.inputs))
    warnings.add(placed(oddity));
}

}  // namespace jtsim::configs
