// The first sheet: what was computed, how to read it, what the other sheets hold.
#include <fmt/format.h>

#include "output/tables/workbook_parts.hpp"

namespace jtsim::output {

namespace {

constexpr double label_width = 26;
constexpr double text_column_width = 96;
constexpr double count_width = 12;

/// Writes one line below the other.
class Cover {
 public:
  explicit Cover(const BookWriting& writing)
      : writing_(writing), sheet_(add_sheet(writing, say(tr("Cover")))) {
    require(worksheet_set_column(sheet_, 0, 0, label_width, nullptr));
    require(worksheet_set_column(sheet_, 1, 1, text_column_width, nullptr));
    require(worksheet_set_column(sheet_, 2, 2, count_width, nullptr));
    worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    worksheet_set_landscape(sheet_);
    worksheet_fit_to_pages(sheet_, 1, 1);
  }

  void add_facts() {
    write_text(sheet_, {row_++, 0}, in(writing_.language, writing_.book.title),
               writing_.formats.title);
    ++row_;
    for (const Fact& fact : writing_.book.facts) {
      write_text(sheet_, {row_, 0}, in(writing_.language, fact.what), writing_.formats.bold);
      write_cell(writing_, sheet_, {row_, 1}, fact.value);
      ++row_;
    }
  }

  void add_notes() {
    add_heading(tr("How to read the tables"));
    for (const Label& note : writing_.book.notes)
      write_text(sheet_, {row_++, 1}, in(writing_.language, note), writing_.formats.wrapped);
  }

  void add_contents() {
    add_heading(tr("Contents"));
    write_text(sheet_, {row_, 0}, say(tr("Sheet")), writing_.formats.heading);
    write_text(sheet_, {row_, 1}, say(tr("What it holds")), writing_.formats.heading);
    write_text(sheet_, {row_, 2}, say(tr("Rows")), writing_.formats.heading);
    ++row_;
    if (!writing_.book.charts.empty()) {
      add_link(say(charts_sheet));
      write_text(sheet_, {row_++, 1}, say(tr("the main charts, drawn from the sheets behind")),
                 writing_.formats.wrapped);
    }
    for (const Table& table : writing_.book.tables) {
      add_link(in(writing_.language, table.name));
      write_text(sheet_, {row_, 1}, in(writing_.language, table.meaning), writing_.formats.wrapped);
      write_cell(writing_, sheet_, {row_, 2}, static_cast<std::int64_t>(table.rows.size()));
      ++row_;
    }
  }

 private:
  std::string_view say(const Label& text) const { return in(writing_.language, text); }

  void add_heading(const Label& text) {
    ++row_;
    write_text(sheet_, {row_++, 0}, say(text), writing_.formats.bold);
  }

  void add_link(std::string_view sheet_name) {
    const std::string url = fmt::format("internal:'{}'!A1", sheet_name);
    require(worksheet_write_url_opt(sheet_, row_, 0, url.c_str(), writing_.formats.link,
                                    std::string(sheet_name).c_str(), nullptr));
  }

  const BookWriting& writing_;
  lxw_worksheet* sheet_;
  std::uint32_t row_ = 0;
};

}  // namespace

void add_cover(const BookWriting& writing) {
  Cover cover(writing);
  cover.add_facts();
  cover.add_notes();
  cover.add_contents();
}

}  // namespace jtsim::output
