// Tables with one row and one column per league or occupation.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "configs/table_checks.hpp"
#include "configs/table_reader.hpp"

namespace jtsim::configs {

/// The numbers of a square table in the order of the identifiers.
struct SquareTable {
  std::vector<std::string> ids;
  /// Row of the file for each identifier, to point at.
  std::vector<std::size_t> row_of;
  agents::Matrix matrix;
};

/// The square table under the columns `ids` with keys in the column `key_column`; empty when a row
/// is missing, double or unknown, or a cell is no number within `valid`.
std::optional<SquareTable> square_of(const CsvTable& table, const NameIndex& names,
                                     std::string_view key_column, const NumberRule& rule,
                                     Problems& problems);

template <TableRow Row>
std::optional<SquareTable> square_table(const Rows<Row>& rows, const NameIndex& names,
                                        Problems& problems) {
  if (!rows.complete) return std::nullopt;
  return square_of(rows.table, names, column_titles<Row>().front(),
                   {Row::each_valid, Row::each_column.unit}, problems);
}

}  // namespace jtsim::configs
