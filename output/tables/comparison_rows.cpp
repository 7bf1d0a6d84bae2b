// Cells of the statistics in comparison.json.
#include "output/tables/comparison_rows.hpp"

#include <array>

#include "output/comparison_units.hpp"

namespace jtsim::output {

Name name_in(const Json& labelled, const std::string& id) {
  return {id, labelled.at("label_zh").get<std::string>(),
          labelled.at("label_en").get<std::string>()};
}

Unit unit_of(std::string_view text) {
  constexpr std::array<std::pair<std::string_view, Unit>, 8> units{{
      {persons, Unit::persons},
      {person_years, Unit::person_years},
      {months_each, Unit::months_per_person},
      {yuan, Unit::yuan},
      {yuan_each, Unit::yuan_per_person},
      {share, Unit::share},
      {yuan_per_placed, Unit::yuan_per_placed},
      {yuan_per_year, Unit::yuan_per_person_year},
  }};
  for (const auto& [name, unit] : units) {
    if (name == text) return unit;
  }
  return Unit::number;
}

Figure figure_in(const Json& outcome, const char* key, Unit unit) {
  const Json& value = outcome.at(key);
  return {value.is_number() ? value.get<double>() : Figure().value, unit};
}

void add_figures(Cells& row, const Json& outcome, std::initializer_list<const char*> keys,
                 Unit unit) {
  for (const char* key : keys) row.emplace_back(figure_in(outcome, key, unit));
}

Cell count_in(const Json& outcome, const char* key) {
  const Json& value = outcome.at(key);
  return value.is_number_integer() ? Cell(value.get<std::int64_t>()) : Cell();
}

Column run_column() { return {"policy_run", tr("policy run"), ColumnKind::name}; }
Column unit_column() { return {"unit", tr("unit"), ColumnKind::key}; }

Column smallness_column() {
  return {"below_minimum_group", tr("too few persons"), ColumnKind::name};
}

Cell smallness(const Json& outcome) {
  if (!outcome.value("below_minimum_group", false)) return std::monostate();
  return named("yes", tr("yes"));
}

std::vector<Column> effect_columns(std::vector<Column> keys) {
  const std::array<Column, 9> figures{{
      unit_column(),
      {"base", tr("base run, mean")},
      {"policy", tr("policy run, mean")},
      {"difference", tr("difference")},
      {"standard_error", tr("standard error of the difference")},
      {"low", tr("interval low")},
      {"high", tr("interval high")},
      {"replicates", tr("replicates")},
      {"independent_replicates", tr("independent replicates")},
  }};
  keys.insert(keys.end(), figures.begin(), figures.end());
  return keys;
}

void add_effect(Cells& row, const Json& outcome, Unit unit) {
  row.emplace_back(unit);
  add_figures(row, outcome, {"base", "policy", "difference", "standard_error", "low", "high"},
              unit);
  row.push_back(count_in(outcome, "replicates"));
  row.emplace_back(figure_in(outcome, "independent_replicates", Unit::number));
}

std::vector<Column> mean_columns(std::vector<Column> keys) {
  const std::array<Column, 6> figures{{
      unit_column(),
      {"mean", tr("mean")},
      {"standard_error", tr("standard error")},
      {"low", tr("interval low")},
      {"high", tr("interval high")},
      {"replicates", tr("replicates")},
  }};
  keys.insert(keys.end(), figures.begin(), figures.end());
  return keys;
}

void add_mean(Cells& row, const Json& outcome, Unit unit) {
  row.emplace_back(unit);
  add_figures(row, outcome, {"mean", "standard_error", "low", "high"}, unit);
  row.push_back(count_in(outcome, "replicates"));
}

}  // namespace jtsim::output
