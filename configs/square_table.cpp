// Tables with one row and one column per league or occupation.
#include "configs/square_table.hpp"

namespace jtsim::configs {

namespace {

/// Positions of the columns, looked up once: occupations may be a thousand.
std::vector<std::size_t> column_positions(const CsvTable& table,
                                          const std::vector<std::string>& ids) {
  std::vector<std::size_t> positions;
  for (const std::string& id : ids) positions.push_back(table.column(id).value());
  return positions;
}

}  // namespace

std::optional<SquareTable> square_of(const CsvTable& table, const NameIndex& names,
                                     std::string_view key_column, const NumberRule& rule,
                                     Problems& problems) {
  const std::size_t before = problems.count();
  const std::size_t n = names.ids().size();
  SquareTable square{
      names.ids(), std::vector<std::size_t>(n), {n, std::vector<double>(n * n, 0.0)}};
  check_each_once(table, std::string(key_column), names.ids(), problems);
  const std::vector<std::size_t> columns = column_positions(table, names.ids());
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    const auto from = names.find(table, row, key_column, problems);
    if (!from) continue;
    square.row_of[*from] = row;
    for (std::size_t to = 0; to < n; ++to) {
      const auto fault =
          set_from_text(table.rows[row].cells[columns[to]].text, rule, square.matrix(*from, to));
      if (fault)
        problems.add(table.place(row, columns[to]), joined_key(table.name, names.ids()[to]),
                     *fault);
    }
  }
  if (problems.count() != before) return std::nullopt;
  return square;
}

}  // namespace jtsim::configs
