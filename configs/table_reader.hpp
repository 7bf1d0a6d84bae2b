// Reads a table into declared rows: the same fields say which columns there are, what they mean and
// what they may hold.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "configs/csv_table.hpp"
#include "configs/field_reader.hpp"
#include "configs/table_paths.hpp"
#include "configs/value_text.hpp"

namespace jtsim::configs {

/// A declared row that knows its table: `static constexpr auto path = &TablePaths::leagues`.
template <class Row>
concept TableRow = Declared<Row> && requires {
  Row::path;
};

/// The column every table ends with: where the numbers of the row come from.
inline constexpr std::string_view source_column = "source";

/// The name under which a scenario knows a table.
std::string table_name(FilePath TablePaths::*path);

template <TableRow Row>
std::vector<std::string> column_titles() {
  std::vector<std::string> titles;
  for_each_field<Row>([&](const auto& field) { titles.emplace_back(field.text.name); });
  return titles;
}

/// The rows of one table, with what is needed to point at a cell of them.
template <TableRow Row>
struct Rows {
  CsvTable table;
  std::vector<Row> rows;
  /// False when the file is no table of the declared columns; then there are no rows.
  bool has_columns = false;
  /// False when anything in it was wrong; then comparing its numbers with others only confuses, but
  /// the names in it can be looked up.
  bool complete = false;

  Place place(std::size_t row, std::string_view column) const {
    return table.place(row, table.column(column).value_or(0));
  }
  std::string key(std::string_view column) const { return joined_key(table.name, column); }
};

/// One column of all rows.
template <TableRow Row>
std::vector<double> column_values(const Rows<Row>& rows, double Row::*member) {
  std::vector<double> values;
  for (const Row& row : rows.rows) values.push_back(row.*member);
  return values;
}

/// Opens the tables of a scenario; faults go to `problems`.
class TableReader {
 public:
  TableReader(FileSource& source, const TablePaths& paths, const Places& places, Problems& problems)
      : source_(source), paths_(paths), places_(places), problems_(problems) {}

  Problems& problems() { return problems_; }

  /// Whether a table is not there and the scenario file was blamed for it before.
  bool lacks_table() const { return lacks_table_; }

  /// The file of a table as recorded.
  const std::string& file_of(FilePath TablePaths::*path) const { return (paths_.*path).text; }

  /// Where the scenario sets `key`.
  Place place_in_scenario(const std::string& key) const { return place_of(places_, key); }

  /// Whether a row of the column `path` has the name chosen at `key` of the scenario; reported when
  /// none has.
  bool check_path_name(const CsvTable& table, const std::string& key, const std::string& chosen);

  /// The table in the file that `key` of the scenario names; none and a problem where there is no
  /// such file or it is no table.
  std::optional<CsvTable> open_file(const FilePath& file, const std::string& key);

  /// Opens a table whose columns cannot be told, for what is wrong with the file itself.
  void try_open(FilePath TablePaths::*path) { open(path); }

  /// All rows; a row with faults keeps the defaults of its members. `more_titles` lists columns
  /// that the declared fields do not have.
  template <TableRow Row>
  Rows<Row> read(const std::vector<std::string>& more_titles = {}) {
    Rows<Row> result;
    const std::size_t before = problems_.count();
    std::optional<CsvTable> table = open(Row::path);
    if (!table) return result;
    result.table = std::move(*table);
    std::vector<std::string> titles = column_titles<Row>();
    titles.insert(titles.end(), more_titles.begin(), more_titles.end());
    titles.emplace_back(source_column);
    if (!check_header(result.table, titles, problems_)) return result;
    result.has_columns = true;
    check_sources(result.table);
    for (std::size_t i = 0; i < result.table.rows.size(); ++i)
      result.rows.push_back(read_row<Row>(result.table, i));
    result.complete = problems_.count() == before;
    return result;
  }

 private:
  template <TableRow Row>
  Row read_row(const CsvTable& table, std::size_t row) {
    Row into;
    for_each_field<Row>([&](const auto& field) {
      const std::size_t column = *table.column(field.text.name);
      const std::optional<Fault> fault = set_cell(
          table.rows[row].cells[column].text, {field.valid, field.text.unit}, into.*(field.member));
      if (fault)
        problems_.add(table.place(row, column), joined_key(table.name, field.text.name), *fault);
    });
    return into;
  }

  template <class T>
  static std::optional<Fault> set_cell(const std::string& text, const NumberRule& rule, T& into) {
    if constexpr (is_optional<T>::value) {
      if (text.empty()) return std::nullopt;
      return set_cell(text, rule, into.emplace());
    } else {
      if (text.empty()) return Fault{tr("the cell is empty"), {}};
      return set_from_text(text, rule, into);
    }
  }

  std::optional<CsvTable> open(FilePath TablePaths::*path);
  void check_sources(const CsvTable& table);

  FileSource& source_;
  const TablePaths& paths_;
  const Places& places_;
  Problems& problems_;
  bool lacks_table_ = false;
};

}  // namespace jtsim::configs
