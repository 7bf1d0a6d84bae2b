// Opening the tables of a scenario.
#include "configs/table_reader.hpp"

#include <set>

#include <fmt/format.h>

#include "configs/iamc.hpp"
#include "configs/reported.hpp"

namespace jtsim::configs {

std::string table_name(FilePath TablePaths::*path) {
  std::string name;
  for_each_field<TablePaths>([&](const auto& field) {
    if (field.member == path) name = field.text.name;
  });
  return name;
}

namespace {

/// `tables.mines` is called `mines`, `urn.occupations` by its whole key.
std::string table_called(const std::string& key) {
  constexpr std::string_view section = "tables.";
  return key.starts_with(section) ? key.substr(section.size()) : key;
}

}  // namespace

std::optional<CsvTable> TableReader::open(FilePath TablePaths::*path) {
  const std::string name = table_name(path);
  std::optional<CsvTable> table = open_file(paths_.*path, joined_key("tables", name));
  if (table && reads_iamc(name) && is_iamc(*table)) return from_iamc(*table, problems_);
  return table;
}

std::optional<CsvTable> TableReader::open_file(const FilePath& file, const std::string& key) {
  if (file.text.empty()) {
    if (is_reported(problems_, key)) {
      lacks_table_ = true;
    } else {
      problems_.add(
          {place_of(places_, key), key, tr("the key is missing"), tr("the name of a CSV file")});
    }
    return std::nullopt;
  }
  const ReadResult result = source_.read(file.text, CsvLimits::bytes);
  if (!result.text) {
    problems_.add({place_of(places_, key),
                   key,
                   Sentence(tr("the file `{}` {}"), file.text, result.refusal),
                   {}});
    return std::nullopt;
  }
  return parse_csv({file.text, *result.text}, table_called(key), problems_);
}

bool TableReader::check_path_name(const CsvTable& table, const std::string& key,
                                  const std::string& chosen) {
  const std::size_t column = table.column("path").value();
  std::set<std::string> names;
  for (const CsvRow& row : table.rows) names.insert(row.cells[column].text);
  if (names.contains(chosen)) return true;
  problems_.add({place_of(places_, key), key,
                 Sentence(tr("`{}` has no path {}"), table.path, quoted_for_message(chosen)),
                 name_hint(chosen, {names.begin(), names.end()})});
  return false;
}

void TableReader::check_sources(const CsvTable& table) {
  const std::size_t column = *table.column(source_column);
  for (std::size_t row = 0; row < table.rows.size(); ++row) {
    if (!table.rows[row].cells[column].text.empty()) continue;
    problems_.add({table.place(row, column), joined_key(table.name, source_column),
                   tr("the row has no source"),
                   tr("where its numbers come from, or `assumption`")});
  }
}

}  // namespace jtsim::configs
