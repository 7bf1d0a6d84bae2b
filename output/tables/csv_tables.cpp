// Writes CSV by RFC 4180.
#include "output/tables/csv_tables.hpp"

#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "output/directory_files.hpp"
#include "output/durable_file.hpp"
#include "output/tables/cell_text.hpp"

namespace jtsim::output {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

std::string text_field(std::string_view text) { return csv_field(cell_text(text)); }

/// The lines of one table.
class Lines {
 public:
  Lines(const Table& table, const CsvStyle& style) : table_(table), style_(style) {}

  std::string text() {
    add_heading();
    return lines();
  }

  std::string lines() {
    for (const Cells& row : table_.rows) {
      for (std::size_t k = 0; k < row.size(); ++k) add_cell(row[k], table_.columns[k].kind);
      end_line();
    }
    return std::move(text_);
  }

 private:
  void add_heading() {
    if (style_.is_for_excel) text_ = byte_order_mark;
    for (const Column& column : table_.columns) {
      add(column.id);
      if (column.kind == ColumnKind::name) add(column.id + "_label");
    }
    end_line();
  }

  void add(std::string_view field) {
    if (!is_first_) text_ += ',';
    is_first_ = false;
    text_ += field;
  }

  void end_line() {
    text_ += style_.is_for_excel ? "\r\n" : "\n";
    is_first_ = true;
  }

  void add_cell(const Cell& cell, ColumnKind kind) {
    if (const auto* figure = std::get_if<Figure>(&cell)) {
      add(std::isfinite(figure->value) ? fmt::format("{}", figure->value) : "");
    } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
      add(fmt::format("{}", *number));
    } else {
      add(text_field(key_text(cell)));
    }
    if (kind == ColumnKind::name) {
      const auto* name = std::get_if<Name>(&cell);
      add(name == nullptr ? "" : text_field(label_in(style_.language, *name)));
    }
  }

  const Table& table_;
  const CsvStyle& style_;
  std::string text_;
  bool is_first_ = true;
};

/// The cover as a table.
Table about(const TableBook& book) {
  Table table{
      .id = "about",
      .name = book.title,
      .meaning = book.title,
      .columns{{"item", tr("item"), ColumnKind::name}, {"value", tr("value"), ColumnKind::name}},
      .rows{}};
  for (const Fact& fact : book.facts) {
    table.rows.push_back({named(fact.id, fact.what), fact.value});
  }
  return table;
}

}  // namespace

std::string csv_number(double value) {
  return std::isfinite(value) ? fmt::format("{}", value) : "nan";
}

std::string csv_field(std::string_view text) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) return std::string(text);
  std::string field = "\"";
  for (const char c : text) field += c == '"' ? std::string("\"\"") : std::string(1, c);
  return field + "\"";
}

std::string csv_text(const Table& table, const CsvStyle& style) {
  return Lines(table, style).text();
}

std::string csv_lines(const Table& table, const CsvStyle& style) {
  return Lines(table, style).lines();
}

void write_csv_tables(const TableBook& book, const std::filesystem::path& folder,
                      const CsvStyle& style) {
  made_directory(folder);
  std::vector<Table> tables{about(book)};
  tables.insert(tables.end(), book.tables.begin(), book.tables.end());
  std::vector<std::filesystem::path> paths;
  try {
    for (const Table& table : tables) {
      paths.push_back(folder / (table.id + ".csv"));
      write_part(paths.back(), csv_text(table, style));
    }
    publish_parts(paths);
  } catch (...) {
    for (const std::filesystem::path& path : paths) remove_part(path);
    throw;
  }
}

}  // namespace jtsim::output
