// Opening the tables of a scenario.
#include "configs/table_reader.hpp"

#include <set>

#include <fmt/format.h>

namespace jtsim::configs {

std::string table_name(FilePath TablePaths::*path) {
  std::string name;
  for_each_field<TablePaths>([&](const auto& field) {
    if (field.member == path) name = field.text.name;
  });
  return name;
}

std::optional<CsvTable> TableReader::open(FilePath TablePaths::*path) {
  const std::string name = table_name(path);
  const std::string key = joined_key("tables", name);
  const std::string& file = (paths_.*path).text;
  if (file.empty()) {
    problems_.add({place_of(places_, key), key, "the key is missing", "the name of a CSV file"});
    return std::nullopt;
  }
  const ReadResult result = source_.read(file, CsvLimits::bytes);
  if (!result.text) {
    problems_.add(
        {place_of(places_, key), key, fmt::format("the file `{}` {}", file, result.refusal), ""});
    return std::nullopt;
  }
  return parse_csv({file, *result.text}, name, problems_);
}

void TableReader::check_path_name(const CsvTable& table, const std::string& key,
                                  const std::string& chosen) {
  const std::size_t column = table.column("path").value();
  std::set<std::string> names;
  for (const CsvRow& row : table.rows) names.insert(row.cells[column].text);
  if (names.contains(chosen)) return;
  problems_.add({place_of(places_, key), key,
                 fmt::format("`{}` has no path {}", table.path, quoted_for_message(chosen)),
                 name_hint(chosen, {names.begin(), names.end()})});
}

void TableReader::check_sources(const CsvTable& table) {
  const std::size_t column = *table.column(source_column);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (!table.rows[row].cells[column].text.empty()) continue;
    problems_.add({table.place(row, column), joined_key(table.name, source_column),
                   "the row has no source", "where its numbers come from, or `assumption`"});
  }
}

}  // namespace jtsim::configs
