// Comma-separated tables, read strictly: every cell knows its place, every fault is collected.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.hpp"
#include "configs/file_source.hpp"
#include "configs/problems.hpp"

namespace jtsim::configs {

/// What a table may at most be: an occupation matrix of 1,024 x 1,024 has room, and the demand of
/// 1,024 occupations over 600 steps.
struct CsvLimits {
  static constexpr std::size_t bytes = std::size_t{64} << 20;
  static constexpr std::size_t cells = 4'000'000;
  static constexpr std::size_t columns = 2'000;
};

struct CsvCell {
  std::string text;
  /// In characters, from 1.
  int column = 0;
};

struct CsvRow {
  int line = 0;
  std::vector<CsvCell> cells;
};

/// A table with its header. Every row has as many cells as the header.
struct CsvTable {
  /// File as recorded, and the name under which a scenario knows the table.
  std::string path;
  std::string name;
  CsvRow header;
  std::vector<CsvRow> rows;

  /// Position of a column in the header.
  std::optional<std::size_t> column(std::string_view title) const;
  Place place(std::size_t row, std::size_t column) const;
  Place header_place(std::size_t column) const;
};

/// The table of a text: RFC 4180 with quotes, lines ending in LF or CRLF, lines that begin with `#`
/// and empty lines left out. A quoted cell ends on its line. Empty when the text is no table at
/// all; rows with too few or too many cells are reported and left out.
std::optional<CsvTable> parse_csv(const SourceText& source, const std::string& name,
                                  Problems& problems);

/// Reports unknown, missing and double columns; true when the header has each title once and no
/// other.
bool check_header(const CsvTable& table, const std::vector<std::string>& titles,
                  Problems& problems);

}  // namespace jtsim::configs
