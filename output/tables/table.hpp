// The one description of exported tables, which the writers of workbooks and of CSV files walk.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/language.hpp"
#include "base/month.hpp"
#include "output/axes.hpp"
#include "output/tables/unit.hpp"

namespace jtsim::output {

/// A figure; NaN shows as an empty cell.
struct Figure {
  double value = std::numeric_limits<double>::quiet_NaN();
  Unit unit = Unit::number;
};

/// What stands in one cell: nothing, a whole number such as a year, a month, a figure, a unit, what
/// has an identifier and labels, or plain text.
using Cell = std::variant<std::monostate, std::int64_t, Month, Figure, Unit, Name, std::string>;

enum class ColumnKind : std::uint8_t {
  key,     ///< says what the row is about
  name,    ///< a key with labels: two columns in CSV, `<id>` and `<id>_label`
  figure,  ///< a number
  code,    ///< how other files call the row
};

/// A column; its identifier heads it in CSV.
struct Column {
  std::string id;
  Label heading;
  ColumnKind kind = ColumnKind::figure;
};

/// One line of a table.
using Cells = std::vector<Cell>;

/// One tidy table: a line per figure and interval.
struct Table {
  /// Name of the CSV file.
  std::string id;
  /// Name of the sheet: at most 31 characters, none of []:*?/\.
  Label name;
  Label meaning;
  std::vector<Column> columns;
  /// Each as long as `columns`.
  std::vector<Cells> rows;
};

/// A name whose labels are ours.
Name named(std::string_view id, const Label& label);

/// The label of a name in a language; the other language or the identifier where it has none.
std::string_view label_in(Language language, const Name& name);

/// Position of a column, or the number of columns.
std::size_t column_of(const Table& table, std::string_view id);

/// What identifies a cell among those of its column: an identifier or number as text.
std::string key_text(const Cell& cell);

/// The series of a band come in threes: mean, low, high. Rows are bars that lie, for long names.
enum class ChartKind : std::uint8_t { band, stacked_areas, stacked_columns, bars, rows };

/// Rows `first` to `last` of one column of figures.
struct ChartSeries {
  Name name;
  std::size_t column;
  std::size_t first;
  std::size_t last;
};

/// A chart of parts of one table.
struct Chart {
  ChartKind kind;
  Label title;
  /// Position among the tables of the book.
  std::size_t table;
  std::size_t category_column;
  std::vector<ChartSeries> series;
  Unit unit;
};

/// A line of the cover.
struct Fact {
  std::string id;
  Label what;
  Cell value;
};

/// Everything that is exported of one run or comparison.
struct TableBook {
  Label title;
  std::vector<Fact> facts;
  /// Paragraphs on how to read it.
  std::vector<Label> notes;
  std::vector<Table> tables;
  std::vector<Chart> charts;
  /// Seconds since 1970-01-01 UTC at which the results came about; stated in the workbook.
  std::int64_t created = 0;
};

}  // namespace jtsim::output
