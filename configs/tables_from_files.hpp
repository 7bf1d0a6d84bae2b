// From the files a scenario names to the model's tables, checked against each other.
#pragma once

#include "agents/inputs.hpp"
#include "configs/table_checks.hpp"
#include "configs/table_reader.hpp"

namespace jtsim::configs {

/// What the tables are read for.
struct TableContext {
  TableReader& reader;
  const agents::Settings& settings;
  /// First month of the scenario.
  Month start;
  agents::Tables& tables;
  /// What is odd, but possible.
  Problems& warnings;
  /// What was wrong with the scenario file.
  std::size_t problems_before = 0;

  Problems& problems() const { return reader.problems(); }
  /// Whether no table was found faulty so far.
  bool is_sound() const {
    return !reader.lacks_table() && reader.problems().count() == problems_before;
  }
};

/// The names that other tables refer to; complete where all of them could be read.
struct Known {
  NameIndex leagues;
  NameIndex ethnicities;
};

/// Position of the row that a cell names. An empty cell is none, but was reported when the row was
/// read.
template <TableRow Row>
std::optional<std::size_t> named_in(const NameIndex& names, const Rows<Row>& rows, std::size_t row,
                                    std::string_view column, Problems& problems) {
  if (cell_text(rows.table, row, column).empty()) return std::nullopt;
  return names.find(rows.table, row, column, problems);
}

/// Reads all tables; everything wrong goes to the reader's problems, what is merely odd to
/// `warnings`. Annual values stand in a Path as its comment in agents/tables.hpp says.
agents::Tables read_tables(TableReader& reader, const agents::Settings& settings, Month start,
                           Problems& warnings);

/// The parts of it, by room of the region.
Known read_region_tables(const TableContext& context);
void read_labour_tables(const TableContext& context);
void read_coal_tables(const TableContext& context, const Known& known);
void read_coal_staff_tables(const TableContext& context, const Known& known);
void read_energy_tables(const TableContext& context, const Known& known);
void read_pay_tables(const TableContext& context);
void read_law_tables(const TableContext& context);

/// Holds the mines against output, league shares and sectors, all of which are without fault.
void check_roster(const TableContext& context, const Known& known, const CsvTable& table);
/// Scales the roster to the base that the scenario chooses. The census counts its further miners in
/// the secondary sector, so they are taken out of the rest of it: total employment and the urban
/// part of it stay as they are.
void apply_coal_base(const TableContext& context);

/// A month of a calendar year at which a stock, a capacity or an index of the year is reached.
inline Month year_end(int year) { return Month::of(year, Month::per_year); }
/// The month from which a yearly rate or amount holds.
inline Month year_start(int year) { return Month::of(year, 1); }

/// A path with one point per row of a table (year, value). `place` is `year_end` or `year_start`.
template <TableRow Row, class Value>
agents::Path yearly_path(const Rows<Row>& rows, Value value, Month (*place)(int),
                         Problems& problems) {
  agents::Path path;
  for (std::size_t i = 0; i < rows.rows.size(); ++i)
    add_point(path, place(rows.rows[i].year), rows.rows[i].*value, rows.table, i, "year", problems);
  if (rows.complete && path.months.empty())
    report(rows.table, "", {tr("the table has no rows"), {}}, problems);
  return path;
}

}  // namespace jtsim::configs
