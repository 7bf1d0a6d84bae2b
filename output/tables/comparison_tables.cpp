// Puts the tables of a comparison together.
#include "output/tables/comparison_tables.hpp"

#include <array>

#include "output/comparison_outcomes.hpp"
#include "output/report/comparison_content.hpp"
#include "output/tables/book_facts.hpp"
#include "output/tables/charts.hpp"
#include "output/tables/comparison_rows.hpp"

namespace jtsim::output {

namespace {

constexpr std::array<Label, 6> notes{{
    tr("Both scenarios run in step with the same luck and persons are compared in pairs; a "
       "difference is policy run less base run."),
    tr("The bounds are the 90% interval of the difference (paired, Student's t), no forecast "
       "error. "
       "An interval that spans 0 tells of no certain change."),
    tr("Independent replicates: how many runs of each scenario with luck of their own would be as "
       "precise."),
    luck_note,
    no_forecast_note,
    text_note,
}};

Table in_work_table(const std::vector<Side>& sides) {
  Table table{.id = "in_work_by_year",
              .name = tr("In work by year"),
              .meaning = tr("persons in work in the region at the end of December (net effect)"),
              .columns = effect_columns({run_column(), {"year", tr("year"), ColumnKind::key}}),
              .rows{}};
  for (const Side& side : sides) {
    for (const auto& [year, outcome] : side.json.at("region_in_work_by_year").items()) {
      Cells row{side.name, std::int64_t{std::stoi(year)}};
      add_effect(row, outcome, Unit::persons);
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table effects_table(const std::vector<Side>& sides) {
  Table table{.id = "effects",
              .name = tr("Effects"),
              .meaning = tr("outcomes that both runs have, and their difference"),
              .columns = effect_columns(
                  {run_column(), {"effect", tr("effect"), ColumnKind::name}, smallness_column()}),
              .rows{}};
  for (const Side& side : sides) {
    for (const Effect& effect : all_effects()) {
      const Json& outcome = side.json.at("effects").at(std::string(effect.name));
      Cells row{side.name, named(effect.name, effect.label), smallness(outcome)};
      add_effect(row, outcome, unit_of(effect.unit));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table measures_table(const std::vector<Side>& sides) {
  Table table{.id = "measures",
              .name = tr("Deadweight and crowding-out"),
              .meaning = tr("outcomes that exist for the pair only"),
              .columns = mean_columns(
                  {run_column(),
                   {"measure", tr("figure of a comparison", "measure"), ColumnKind::name},
                   smallness_column()}),
              .rows{}};
  for (const Side& side : sides) {
    for (const Measure& measure : all_measures()) {
      const Json& outcome = side.json.at("measures").at(std::string(measure.name));
      Cells row{side.name, named(measure.name, measure.label), smallness(outcome)};
      add_mean(row, outcome, unit_of(measure.unit));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Name form_name(const std::string& form) {
  if (form == "bounded") return named(form, tr("bounded"));
  if (form == "two_rays") return named(form, tr("below low or above high"));
  if (form == "unbounded") return named(form, tr("unbounded: tells nothing"));
  return named(form, tr("none"));
}

Table costs_table(const std::vector<Side>& sides) {
  Table table{.id = "costs",
              .name = tr("Costs"),
              .meaning = tr("spending per extra person placed or person-year (ratio of means, "
                            "Fieller's interval)"),
              .columns{run_column(),
                       {"cost", tr("cost"), ColumnKind::name},
                       smallness_column(),
                       unit_column(),
                       {"estimate", tr("estimate")},
                       {"interval", tr("form of the interval"), ColumnKind::name},
                       {"low", tr("interval low")},
                       {"high", tr("interval high")},
                       {"replicates", tr("replicates")}},
              .rows{}};
  for (const Side& side : sides) {
    for (const Cost& cost : all_costs()) {
      const Json& outcome = side.json.at("costs").at(std::string(cost.name));
      const Unit unit = unit_of(cost.unit);
      Cells row{side.name,
                named(cost.name, cost.label),
                smallness(outcome),
                unit,
                figure_in(outcome, "estimate", unit),
                form_name(outcome.at("interval").get<std::string>())};
      add_figures(row, outcome, {"low", "high"}, unit);
      row.push_back(count_in(outcome, "replicates"));
      table.rows.push_back(std::move(row));
    }
  }
  return table;
}

Table differences_table(const std::vector<Side>& sides) {
  Table table{.id = "differences",
              .name = tr("What differs"),
              .meaning = tr("how the scenarios differ; with others, effects are not those of "
                            "policies alone"),
              .columns{run_column(),
                       {"kind", tr("kind"), ColumnKind::name},
                       {"what", tr("what"), ColumnKind::code}},
              .rows{}};
  const auto add = [&](const Side& side, const Name& kind, const Json& list) {
    for (const Json& what : list) table.rows.push_back({side.name, kind, what.get<std::string>()});
  };
  for (const Side& side : sides) {
    const Json& policies = side.json.at("policies");
    add(side, named("added", tr("policy added")), policies.at("added"));
    add(side, named("removed", tr("policy removed")), policies.at("removed"));
    add(side, named("changed", tr("policy changed")), policies.at("changed"));
    add(side, named("means", tr("budgets and cascade")), side.json.at("budgets_and_cascade"));
    add(side, named("others", tr("others")), side.json.at("other_differences"));
  }
  return table;
}

Json pair_of(const Json& run) { return {run.at("label_zh"), run.at("label_en")}; }

void add_cover(TableBook& book, const Json& stored, const std::string& name) {
  book.title = tr("Tables of a jtsim comparison");
  add_fact(book, "name", tr("Name of the comparison"), name);
  const Json& base = stored.at("base");
  add_label(book, "base", tr("Base scenario"), pair_of(base));
  add_fact(book, "base_name", tr("Base run"), base.at("name"));
  add_fact(book, "base_digest", tr("Digest of the base scenario"), base.at("scenario_digest"));
  for (const Json& run : stored.at("policy_runs")) {
    add_label(book, "policy", tr("Policy scenario"), pair_of(run));
    add_fact(book, "policy_name", tr("Policy run"), run.at("name"));
    add_fact(book, "policy_digest", tr("Digest of the policy scenario"), run.at("scenario_digest"));
  }
  add_fact(book, "replicates", tr("Pairs of replicates"), stored.at("replicates"));
  add_fact(book, "first_replicate", tr("First replicate"), stored.at("first_replicate"));
  add_fact(book, "seed", tr("Seed"), stored.at("seed"));
  add_fact(book, "program_version", tr("Program version"), stored.at("program_version"));
  add_fact(book, "git_commit", tr("Program commit"), stored.at("git_commit"));
  add_fact(book, "price_year", tr("Money in yuan of"), stored.at("price_year"));
  add_fact(book, "minimum_group", tr("Minimum group"), stored.at("minimum_group"));
}

TableBook book_of(const Json& stored, const std::string& name) {
  TableBook book;
  book.created = seconds_of(Json());
  add_cover(book, stored, name);
  book.notes.assign(notes.begin(), notes.end());
  std::vector<Side> sides;
  for (const Json& run : stored.at("policy_runs")) {
    Name side = name_in(run, run.at("name").get<std::string>());
    sides.push_back({std::move(side), run});
  }
  for (const auto& table_of : {effects_table, in_work_table, costs_table, measures_table,
                               groups_table, winners_table, differences_table}) {
    Table table = table_of(sides);
    if (!table.rows.empty()) book.tables.push_back(std::move(table));
  }
  add_charts(book);
  return book;
}

}  // namespace

TableBook comparison_tables(const std::filesystem::path& directory) {
  return reading_comparison(directory, [&](const Json& stored) {
    return book_of(stored, directory.lexically_normal().filename().string());
  });
}

}  // namespace jtsim::output
