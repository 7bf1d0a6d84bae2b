// Sheets of tables, and the file as a whole.
#include "output/tables/workbook.hpp"

#include <algorithm>
#include <cerrno>
#include <cmath>

#include "base/error.hpp"
#include "base/text_width.hpp"
#include "output/durable_file.hpp"
#include "output/tables/cell_text.hpp"
#include "output/tables/stored_workbook.hpp"
#include "output/tables/workbook_parts.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t narrowest_column = 9;
constexpr std::size_t widest_column = 44;
/// Rows whose texts decide on the width of a column.
constexpr std::size_t rows_looked_at = 400;
/// A workbook with more cells is written row by row; its charts then come without their numbers,
/// which Excel takes from the sheets.
constexpr std::size_t most_cells_in_memory = 1'000'000;
constexpr std::uint8_t paper_a4 = 9;
constexpr lxw_color_t heading_fill = 0x1F4E79;
constexpr lxw_color_t link_ink = 0x0563C1;
constexpr lxw_color_t white = 0xFFFFFF;

std::string shown_text(const Cell& cell, Language language) {
  if (const auto* name = std::get_if<Name>(&cell)) return cell_text(label_in(language, *name));
  if (const auto* unit = std::get_if<Unit>(&cell)) return std::string(in(language, label(*unit)));
  return cell_text(key_text(cell));
}

std::size_t width_of(const Table& table, std::size_t column, Language language) {
  // Room for the button of the filter.
  constexpr std::size_t button = 3;
  std::size_t width = text_width(in(language, table.columns[column].heading)) + button;
  const std::size_t rows = std::min(table.rows.size(), rows_looked_at);
  for (std::size_t i = 0; i < rows; ++i) {
    const Cell& cell = table.rows[i][column];
    constexpr std::size_t figure_width = 14;
    width = std::max(width, std::holds_alternative<Figure>(cell)
                                ? figure_width
                                : text_width(shown_text(cell, language)) + 1);
  }
  return std::clamp(width, narrowest_column, widest_column);
}

/// Readers of workbooks take "_x000D_" for the character of that number; "_x005F_" stands for the
/// line that begins it (ECMA-376, part 1, 22.9.2.19).
std::string without_codes(std::string_view text) {
  constexpr std::size_t code = std::string_view("_x000D_").size();
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::string_view rest = text.substr(i);
    const bool is_code =
        rest.size() >= code && rest.starts_with("_x") && rest[code - 1] == '_' &&
        rest.substr(2, 4).find_first_not_of("0123456789ABCDEFabcdef") == std::string_view::npos;
    out += is_code ? "_x005F_" : std::string(1, text[i]);
  }
  return out;
}

void set_up_page(lxw_worksheet* sheet) {
  worksheet_set_landscape(sheet);
  worksheet_set_paper(sheet, paper_a4);
  worksheet_fit_to_pages(sheet, 1, 0);
  require(worksheet_set_footer(sheet, "&L&A&R&P / &N"));
}

void add_table(const BookWriting& writing, const Table& table) {
  lxw_worksheet* sheet = add_sheet(writing, in(writing.language, table.name));
  const auto columns = static_cast<std::uint16_t>(table.columns.size());
  for (std::uint16_t c = 0; c < columns; ++c) {
    const auto width = static_cast<double>(width_of(table, c, writing.language));
    require(worksheet_set_column(sheet, c, c, width, nullptr));
    const bool is_figure = table.columns[c].kind == ColumnKind::figure;
    write_text(sheet, {0, c}, in(writing.language, table.columns[c].heading),
               is_figure ? writing.formats.figure_heading : writing.formats.heading);
  }
  std::uint32_t r = 0;
  for (const Cells& row : table.rows) {
    ++r;
    for (std::uint16_t c = 0; c < columns; ++c) write_cell(writing, sheet, {r, c}, row[c]);
  }
  require(worksheet_autofilter(sheet, 0, 0, r, static_cast<std::uint16_t>(columns - 1)));
  worksheet_freeze_panes(sheet, 1, 0);
  require(worksheet_repeat_rows(sheet, 0, 0));
  set_up_page(sheet);
}

std::size_t cells_in(const TableBook& book) {
  std::size_t cells = 0;
  for (const Table& table : book.tables) cells += table.rows.size() * table.columns.size();
  return cells;
}

/// A workbook of the library; what is not closed is thrown away.
class OpenWorkbook {
 public:
  OpenWorkbook(const std::filesystem::path& path, bool row_by_row) {
    lxw_workbook_options options{};
    options.constant_memory = row_by_row ? LXW_TRUE : LXW_FALSE;
    workbook_ = workbook_new_opt(path.c_str(), &options);
    if (workbook_ == nullptr) throw WorkbookFailure("a workbook could not be begun");
  }
  ~OpenWorkbook() {
    if (workbook_ != nullptr) lxw_workbook_free(workbook_);
  }
  OpenWorkbook(const OpenWorkbook&) = delete;
  OpenWorkbook& operator=(const OpenWorkbook&) = delete;

  lxw_workbook* get() const { return workbook_; }
  void close() {
    lxw_workbook* workbook = workbook_;
    workbook_ = nullptr;
    // Frees it in any case.
    require(workbook_close(workbook));
  }

 private:
  lxw_workbook* workbook_;
};

void write(const TableBook& book, const std::filesystem::path& path, Language language) {
  OpenWorkbook workbook(path, cells_in(book) > most_cells_in_memory);
  std::string title(in(language, book.title));
  std::string author = "jtsim";
  lxw_doc_properties properties{};
  properties.title = title.data();
  properties.author = author.data();
  properties.created = book.created;
  require(workbook_set_properties(workbook.get(), &properties));
  const BookWriting writing{workbook.get(), book, language, Formats(workbook.get())};
  add_cover(writing);
  lxw_worksheet* charts = nullptr;
  if (!book.charts.empty()) charts = add_sheet(writing, in(language, charts_sheet));
  for (const Table& table : book.tables) add_table(writing, table);
  if (charts != nullptr) add_charts(writing, charts);
  workbook.close();
}

/// What stands in the sheets by count, to be found again in the file.
std::vector<std::size_t> rows_of_sheets(const TableBook& book) {
  std::vector<std::size_t> rows;
  for (const Table& table : book.tables) rows.push_back(table.rows.size() + 1);
  return rows;
}

}  // namespace

void require(lxw_error error) {
  if (error != LXW_NO_ERROR) throw WorkbookFailure(lxw_strerror(error));
}

Formats::Formats(lxw_workbook* workbook) {
  const auto add = [&] {
    lxw_format* format = workbook_add_format(workbook);
    if (format == nullptr) throw WorkbookFailure("a format could not be added");
    return format;
  };
  for (std::size_t i = 0; i < units_.size(); ++i) {
    units_[i] = add();
    format_set_num_format(units_[i], number_formats[i]);
  }
  title = add();
  format_set_bold(title);
  format_set_font_size(title, 16);
  heading = add();
  figure_heading = add();
  format_set_align(figure_heading, LXW_ALIGN_RIGHT);
  for (lxw_format* format : {heading, figure_heading}) {
    format_set_bold(format);
    format_set_font_color(format, white);
    format_set_bg_color(format, heading_fill);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
  }
  plain = add();
  wrapped = add();
  format_set_text_wrap(wrapped);
  format_set_align(wrapped, LXW_ALIGN_VERTICAL_TOP);
  format_set_align(wrapped, LXW_ALIGN_LEFT);
  bold = add();
  format_set_bold(bold);
  format_set_align(bold, LXW_ALIGN_VERTICAL_TOP);
  month = add();
  format_set_num_format(month, "yyyy-mm");
  format_set_align(month, LXW_ALIGN_LEFT);
  whole = add();
  format_set_num_format(whole, "0");
  format_set_align(whole, LXW_ALIGN_LEFT);
  link = add();
  format_set_font_color(link, link_ink);
  format_set_underline(link, LXW_UNDERLINE_SINGLE);
  format_set_align(link, LXW_ALIGN_VERTICAL_TOP);
}

lxw_worksheet* add_sheet(const BookWriting& writing, std::string_view name) {
  lxw_worksheet* sheet = workbook_add_worksheet(writing.workbook, std::string(name).c_str());
  if (sheet == nullptr)
    throw WorkbookFailure("the sheet " + std::string(name) + " could not be added");
  return sheet;
}

void write_text(lxw_worksheet* sheet, Position position, std::string_view text,
                lxw_format* format) {
  require(worksheet_write_string(sheet, position.row, position.column, without_codes(text).c_str(),
                                 format));
}

void write_cell(const BookWriting& writing, lxw_worksheet* sheet, Position position,
                const Cell& cell) {
  const auto [row, column] = position;
  const Formats& formats = writing.formats;
  if (std::holds_alternative<std::monostate>(cell)) return;
  if (const auto* figure = std::get_if<Figure>(&cell)) {
    if (std::isfinite(figure->value)) {
      require(worksheet_write_number(sheet, row, column, figure->value, formats.of(figure->unit)));
    }
  } else if (const auto* number = std::get_if<std::int64_t>(&cell)) {
    require(
        worksheet_write_number(sheet, row, column, static_cast<double>(*number), formats.whole));
  } else if (const auto* month = std::get_if<Month>(&cell)) {
    lxw_datetime first_day{};
    first_day.year = month->year();
    first_day.month = month->month_of_year();
    first_day.day = 1;
    require(worksheet_write_datetime(sheet, row, column, &first_day, formats.month));
  } else {
    write_text(sheet, position, shown_text(cell, writing.language), formats.plain);
  }
}

void write_workbook(const TableBook& book, const std::filesystem::path& path, Language language) {
  try {
    const std::filesystem::path part = part_of(path);
    // The library tells less about a file that it cannot begin.
    write_part(path, "");
    write(book, part, language);
    check_stored_workbook(part, rows_of_sheets(book));
    publish_parts({&path, 1});
  } catch (const WorkbookFailure& failure) {
    remove_part(path);
    throw StorageError(std::string("write (") + failure.what() + ")", path, 0,
                       errno == 0 ? EIO : errno);
  } catch (...) {
    remove_part(path);
    throw;
  }
}

}  // namespace jtsim::output
