// Looks up the names that policies use, and reports those that do not exist.
#include "policies/resolve.hpp"

#include <algorithm>
#include <functional>

namespace jtsim::policies {

namespace {

// Position of the row named `id`, or the number of rows.
template <class Rows>
std::size_t position_of(const Rows& rows, std::string_view id) {
  const auto found = std::ranges::find_if(rows, [&](const auto& row) { return row.name.id == id; });
  return static_cast<std::size_t>(found - rows.begin());
}

template <class Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.push_back(row.name.id);
  return names;
}

template <class RowId, class Rows>
agents::Mask<RowId> mask_of_names(const std::vector<std::string>& names, const Rows& rows) {
  agents::Mask<RowId> mask;
  if (names.empty()) return mask;
  mask.bits = 0;
  for (const std::string& name : names) {
    const std::size_t position = position_of(rows, name);
    if (position < rows.size()) mask.bits |= std::uint64_t{1} << position;
  }
  return mask;
}

template <class Enum>
agents::Mask<Enum> mask_of_values(const std::vector<Enum>& values) {
  agents::Mask<Enum> mask;
  if (values.empty()) return mask;
  mask.bits = 0;
  for (const Enum value : values) mask.bits |= std::uint64_t{1} << index_of(value);
  return mask;
}

std::vector<std::uint8_t> resolve_targets(const Targets& targets, const agents::Tables& tables) {
  std::vector<std::uint8_t> aimed_at;
  for (const agents::Occupation& occupation : tables.occupations) {
    const bool by_name =
        std::ranges::find(targets.occupations, occupation.name.id) != targets.occupations.end();
    const bool by_sector =
        std::ranges::find(targets.sectors, occupation.sector) != targets.sectors.end();
    aimed_at.push_back(by_name || by_sector ? 1 : 0);
  }
  return aimed_at;
}

template <class Rows>
void report_unknown(std::string_view field, const std::vector<std::string>& names, const Rows& rows,
                    std::vector<UnknownName>& unknown) {
  for (const std::string& name : names) {
    if (position_of(rows, name) < rows.size()) continue;
    unknown.push_back({std::string(field), name, names_of(rows)});
  }
}

}  // namespace

Resolved resolve(const Programme& programme, const Targets& targets, const agents::Inputs& inputs) {
  const EligibilityRules& rules = programme.eligibility;
  Resolved resolved;
  resolved.eligible = {
      .states = mask_of_values(rules.states),
      .sexes = mask_of_values(rules.sexes),
      .ethnicities = mask_of_names<EthnicityId>(rules.ethnicities, inputs.tables.ethnicities),
      .educations = mask_of_values(rules.educations),
      .contracts = mask_of_values(rules.contracts),
      .leagues = mask_of_names<LeagueId>(programme.leagues, inputs.tables.leagues),
      .last_sectors = mask_of_values(rules.last_sectors),
      .age_min_years = rules.age_min_years,
      .age_max_years = rules.age_max_years,
      .spell_min_months = rules.spell_min_months,
      .spell_max_months = rules.spell_max_months,
      .displaced = rules.displaced};
  if (!programme.budget.empty()) {
    const std::size_t line = position_of(inputs.budget_lines, programme.budget);
    if (line < inputs.budget_lines.size()) resolved.line = BudgetLineId{line};
  }
  resolved.targets = resolve_targets(targets, inputs.tables);
  return resolved;
}

std::vector<UnknownName> unknown_names(const Programme& programme, const Targets& targets,
                                       const agents::Inputs& inputs) {
  std::vector<UnknownName> unknown;
  const agents::Tables& tables = inputs.tables;
  // A table that could not be read has no rows; which names it would have nobody knows.
  const auto report_unknown_rows = [&](std::string_view field,
                                       const std::vector<std::string>& names, const auto& rows) {
    if (!rows.empty()) report_unknown(field, names, rows, unknown);
  };
  report_unknown_rows("leagues", programme.leagues, tables.leagues);
  report_unknown_rows("eligibility.ethnicities", programme.eligibility.ethnicities,
                      tables.ethnicities);
  report_unknown_rows("targets.occupations", targets.occupations, tables.occupations);
  if (!programme.budget.empty()) {
    report_unknown("budget", {programme.budget}, inputs.budget_lines, unknown);
  }
  return unknown;
}

}  // namespace jtsim::policies
