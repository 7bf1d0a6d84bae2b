// New-energy capacity and the jobs that come with it.
#include <fmt/format.h>

#include "configs/rows_energy.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

using agents::Stage;
using agents::Technology;

void read_capacity(const TableContext& context) {
  const auto rows = context.reader.read<NewEnergyCapacityRow>();
  if (!rows.has_columns) return;
  const std::string& chosen = context.settings.demand.new_energy_path;
  const bool has_path =
      context.reader.check_path_name(rows.table, "demand.new_energy_path", chosen);
  if (!has_path || !rows.complete) return;
  auto& capacity = context.tables.new_energy_capacity;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const NewEnergyCapacityRow& row = rows.rows[i];
    if (row.path_name != chosen) continue;
    add_point(capacity[row.technology], year_end(row.year), row.capacity_mw, rows.table, i, "year",
              context.problems());
  }
  for (const Technology technology : all_of_enum<Technology>()) {
    if (!capacity[technology].months.empty()) continue;
    report(rows.table, "technology",
           {Sentence(tr("path `{}` has no row for `{}`"), chosen, identifier(technology)), {}},
           context.problems());
  }
}

/// New-energy posts have a stage of their own.
void check_stage(const CsvTable& table, std::size_t row, Stage stage, Problems& problems) {
  if (stage != Stage::none) return;
  report(table, row, "stage",
         {tr("a stage is needed"), tr("construction | manufacturing | operation")}, problems);
}

void read_factors(const TableContext& context) {
  const auto rows = context.reader.read<EmploymentFactorRow>();
  if (!rows.complete) return;
  Problems& problems = context.problems();
  check_unique(rows.table, {"technology", "stage"}, problems);
  EnumArray<Technology, EnumArray<Stage, bool>> given;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const EmploymentFactorRow& row = rows.rows[i];
    check_stage(rows.table, i, row.stage, problems);
    context.tables.employment_factors[row.technology][row.stage] = row;
    given[row.technology][row.stage] = true;
  }
  for (const Technology technology : all_of_enum<Technology>()) {
    for (const Stage stage : all_of_enum<Stage>()) {
      if (stage == Stage::none || given[technology][stage]) continue;
      report(rows.table, "",
             {Sentence(tr("there is no row for `{}`, `{}`"), identifier(technology),
                       identifier(stage)),
              {}},
             problems);
    }
  }
}

void read_plants(const TableContext& context, const Known& known) {
  const auto rows = context.reader.read<NewEnergyPlantRow>();
  if (!rows.has_columns) return;
  if (rows.complete) check_unique(rows.table, {"id"}, context.problems());
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const NewEnergyPlantRow& row = rows.rows[i];
    if (rows.complete) check_stage(rows.table, i, row.stage, context.problems());
    agents::NewEnergyPlant& plant = context.tables.new_energy_plants.emplace_back(row);
    plant.name = row.row_name();
    const auto league = named_in(known.leagues, rows, i, "league", context.problems());
    if (league) plant.league = LeagueId(*league);
  }
}

void read_projects(const TableContext& context, const Known& known) {
  const auto rows = context.reader.read<TransitionProjectRow>();
  if (!rows.has_columns) return;
  Problems& problems = context.problems();
  if (rows.complete) check_unique(rows.table, {"id"}, problems);
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const TransitionProjectRow& row = rows.rows[i];
    const bool may_run = row.stage == Stage::manufacturing || row.stage == Stage::operation;
    if (rows.complete && !may_run) {
      report(rows.table, i, "stage",
             {tr("a project has construction posts before it runs, whatever it is"),
              tr("manufacturing | operation")},
             problems);
    }
    agents::TransitionProject& project = context.tables.transition_projects.emplace_back(row);
    project.name = row.row_name();
    const auto league = named_in(known.leagues, rows, i, "league", problems);
    if (league) project.league = LeagueId(*league);
  }
}

}  // namespace

void read_energy_tables(const TableContext& context, const Known& known) {
  read_capacity(context);
  read_factors(context);
  read_plants(context, known);
  read_projects(context, known);
  const auto multiplier = context.reader.read<EmploymentMultiplierRow>();
  context.tables.employment_multiplier =
      yearly_path(multiplier, &EmploymentMultiplierRow::multiplier, year_end, context.problems());
}

}  // namespace jtsim::configs
