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

Column run_column() { return {"policy_run", {"政策情景", "policy run"}, ColumnKind::name}; }
Column unit_column() { return {"unit", {"单位", "unit"}, ColumnKind::key}; }

std::vector<Column> effect_columns(std::vector<Column> keys) {
  const std::array<Column, 9> figures{{
      unit_column(),
      {"base", {"基准情景均值", "base run, mean"}},
      {"policy", {"政策情景均值", "policy run, mean"}},
      {"difference", {"差值", "difference"}},
      {"standard_error", {"差值的标准误", "standard error of the difference"}},
      {"low", {"区间下限", "interval low"}},
      {"high", {"区间上限", "interval high"}},
      {"replicates", {"重复次数", "replicates"}},
      {"independent_replicates", {"独立模拟次数", "independent replicates"}},
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
      {"mean", {"均值", "mean"}},
      {"standard_error", {"标准误", "standard error"}},
      {"low", {"区间下限", "interval low"}},
      {"high", {"区间上限", "interval high"}},
      {"replicates", {"重复次数", "replicates"}},
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
