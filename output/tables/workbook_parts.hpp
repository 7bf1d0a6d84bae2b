// What the writers of a workbook's sheets share.
#pragma once

#include <array>
#include <stdexcept>
#include <string>

#include <xlsxwriter.h>

#include "output/tables/table.hpp"

namespace jtsim::output {

/// A failure of the library that writes workbooks.
class WorkbookFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// Throws WorkbookFailure unless the library says that all is well.
void require(lxw_error error);

/// The formats of cells. Owned by the workbook.
class Formats {
 public:
  explicit Formats(lxw_workbook* workbook);

  lxw_format* of(Unit unit) const { return units_[index_of(unit)]; }

  lxw_format* title;
  lxw_format* heading;
  /// Above numbers, which stand on the right.
  lxw_format* figure_heading;
  /// Of texts and keys.
  lxw_format* plain;
  lxw_format* wrapped;
  lxw_format* bold;
  lxw_format* month;
  /// Whole numbers without separators, such as years.
  lxw_format* whole;
  lxw_format* link;

 private:
  std::array<lxw_format*, enum_size<Unit>> units_;
};

/// A book on its way into a workbook.
struct BookWriting {
  lxw_workbook* workbook;
  const TableBook& book;
  Language language;
  Formats formats;
};

/// A new sheet. Throws WorkbookFailure.
lxw_worksheet* add_sheet(const BookWriting& writing, std::string_view name);

/// Writes a cell; `position` are row and column from 0.
struct Position {
  std::uint32_t row;
  std::uint16_t column;
};
void write_cell(const BookWriting& writing, lxw_worksheet* sheet, Position position,
                const Cell& cell);
void write_text(lxw_worksheet* sheet, Position position, std::string_view text, lxw_format* format);

/// The sheet of the cover, whose contents lead to the other sheets.
void add_cover(const BookWriting& writing);

/// Fills the sheet of charts. The sheets of tables must be there.
void add_charts(const BookWriting& writing, lxw_worksheet* sheet);

/// What the sheet of charts is called.
inline constexpr Label charts_sheet = tr("Charts");

}  // namespace jtsim::output
