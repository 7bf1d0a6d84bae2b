// Tables as CSV files.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "output/tables/table.hpp"

namespace jtsim::output {

/// How CSV files are written.
struct CsvStyle {
  /// Of labels; headings are identifiers in every language.
  Language language = Language::en;
  /// With a byte order mark and CRLF, as Excel wants it.
  bool is_for_excel = false;
};

/// A field, quoted where it must be.
std::string csv_field(std::string_view text);
/// The shortest text that reads back as the same number; `nan`, as NumPy and pandas write it, where
/// there is none. For files of other programs.
std::string csv_number(double value);

/// The text of one table: UTF-8, a heading line, fields between commas, quoted where need be.
std::string csv_text(const Table& table, const CsvStyle& style);

/// The same without the heading line, for a table that is written piece by piece.
std::string csv_lines(const Table& table, const CsvStyle& style);

/// Writes about.csv (the cover) and `<id>.csv` of every table into a folder, which is made if need
/// be; all files change their names together. Throws StorageError.
void write_csv_tables(const TableBook& book, const std::filesystem::path& folder,
                      const CsvStyle& style);

}  // namespace jtsim::output
