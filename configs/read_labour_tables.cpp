// Sectors, occupations, what one can do of another, and who is hired.
#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "configs/rows_region.hpp"
#include "configs/square_table.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

using agents::Sector;

constexpr std::size_t most_occupations = 1024;
/// Months without work that have a hiring factor of their own: a hundred years.
constexpr std::size_t most_spells = 1200;

void read_sectors(const TableContext& context) {
  const Rows<SectorColumns> rows = context.reader.read<SectorColumns>();
  if (!rows.complete) return;
  check_each_once(rows.table, "id", choices_of<Sector>(), context.problems());
  for (const SectorColumns& row : rows.rows) context.tables.sectors[row.id] = row;
}

/// A stage belongs to new energy, a method to mining, and neither to anything else.
void check_stage_and_method(const Rows<OccupationRow>& rows, Problems& problems) {
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const OccupationRow& row = rows.rows[i];
    const bool needs_stage = row.sector == Sector::new_energy;
    const bool has_stage = row.stage_cell && *row.stage_cell != agents::Stage::none;
    if (needs_stage != has_stage) {
      report(rows.table, i, "stage",
             {needs_stage ? tr("an occupation of new energy needs a stage")
                          : tr("only occupations of new energy have a stage"),
              {}},
             problems);
    }
    const bool is_mining = row.sector == Sector::mining;
    if (is_mining != row.method_cell.has_value()) {
      report(rows.table, i, "method",
             {is_mining ? tr("an occupation of mining needs a method")
                        : tr("only occupations of mining have a method"),
              {}},
             problems);
    }
    if (!is_mining && row.intelligent_share != 0)
      report(rows.table, i, "intelligent_share",
             {tr("only occupations of mining have a share in intelligent mines"), Sentence("0")},
             problems);
  }
}

void check_occupation_sums(const Rows<OccupationRow>& rows, Problems& problems) {
  EnumArray<Sector, double> employment;
  double intelligent = 0;
  for (const OccupationRow& row : rows.rows) {
    employment[row.sector] += row.employment_share;
    intelligent += row.intelligent_share;
  }
  for (const Sector sector : all_of_enum<Sector>()) {
    check_sum_is_one(rows.table, "employment_share", employment[sector],
                     Sentence(tr("of `{}`"), identifier(sector)), problems);
  }
  check_sum_is_one(rows.table, "intelligent_share", intelligent, tr("of `mining`"), problems);
}

/// Whether the occupations can be looked up, whatever is wrong with their numbers.
bool read_occupations(const TableContext& context) {
  const Rows<OccupationRow> rows = context.reader.read<OccupationRow>();
  if (!rows.has_columns) return false;
  const bool has_ids = check_ids(rows.table, most_occupations, context.problems());
  if (rows.complete && !rows.rows.empty()) {
    check_stage_and_method(rows, context.problems());
    check_occupation_sums(rows, context.problems());
  }
  if (!has_ids) return false;
  for (const OccupationRow& row : rows.rows) {
    agents::Occupation& occupation = context.tables.occupations.emplace_back(row);
    occupation.name = row.row_name();
    occupation.stage = row.stage_cell.value_or(agents::Stage::none);
    occupation.method = row.method_cell.value_or(agents::Method::both);
  }
  return true;
}

void check_diagonal(const CsvTable& table, const SquareTable& square, Problems& problems) {
  for (std::size_t i = 0; i < square.ids.size(); ++i) {
    if (square.matrix(i, i) == 1) continue;
    report(table, square.row_of[i], square.ids[i],
           {Sentence(tr("{} with itself"), square.matrix(i, i)), Sentence("1")}, problems);
  }
}

void read_proximity(const TableContext& context, const NameIndex& occupations) {
  const Rows<ProximityRow> rows = context.reader.read<ProximityRow>(occupations.ids());
  const auto square = square_table(rows, occupations, context.problems());
  if (!square) return;
  check_diagonal(rows.table, *square, context.problems());
  context.tables.proximity = square->matrix;
}

/// Spells are numbered 0, 1, 2, ... without gaps; how many there are is the user's choice.
std::vector<Slot> spell_slots(const Rows<HiringFactorRow>& rows, std::vector<double>& months) {
  const auto count =
      std::count_if(rows.rows.begin(), rows.rows.end(),
                    [](const HiringFactorRow& row) { return row.attribute == "spell_months"; });
  months.assign(std::max<std::size_t>(static_cast<std::size_t>(count), 1), 1.0);
  std::vector<Slot> slots;
  for (std::size_t i = 0; i < months.size(); ++i)
    slots.push_back({"spell_months", fmt::format("{}", i), &months[i], {0, 1000}});
  return slots;
}

void read_hiring_factors(const TableContext& context) {
  const Rows<HiringFactorRow> rows = context.reader.read<HiringFactorRow>();
  if (!rows.complete) return;
  agents::HiringFactors& hiring = context.tables.hiring;
  std::vector<Slot> slots = spell_slots(rows, hiring.spell_months);
  if (hiring.spell_months.size() > most_spells) {
    report(rows.table, "group",
           {Sentence(tr("{} rows for `spell_months`"), hiring.spell_months.size()),
            Sentence(tr("at most {}"), most_spells)},
           context.problems());
    return;
  }
  add_slots("age_band", hiring.age, {0, 1000}, slots);
  add_slots("sex", hiring.sex, {0, 1000}, slots);
  add_slots("education", hiring.education, {0, 1000}, slots);
  fill_slots(rows.table, column_values(rows, &HiringFactorRow::factor), "factor", slots,
             context.problems());
}

void read_labour_force(const TableContext& context) {
  const Rows<LabourForceRow> rows = context.reader.read<LabourForceRow>();
  const agents::Path path = yearly_path(rows, &LabourForceRow::index, year_end, context.problems());
  if (path.months.empty()) return;
  if (std::abs(path.at(context.start) - 1) > sum_tolerance) {
    report(rows.table, "index",
           {Sentence(tr("{} at the start of the scenario"), path.at(context.start)), Sentence("1")},
           context.problems());
  }
  context.tables.labour_force = path;
}

}  // namespace

void read_labour_tables(const TableContext& context) {
  read_sectors(context);
  if (read_occupations(context)) {
    read_proximity(context, NameIndex(context.tables.occupations, true));
  } else {
    context.reader.try_open(ProximityRow::path);
  }
  read_hiring_factors(context);
  read_labour_force(context);
}

}  // namespace jtsim::configs
