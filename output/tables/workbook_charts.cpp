// Native charts of a workbook, two beside each other.
#include <algorithm>
#include <array>

#include "output/tables/cell_text.hpp"
#include "output/tables/workbook_parts.hpp"

namespace jtsim::output {

namespace {

/// Colours that are told apart by everybody (Okabe and Ito), the last for what is outside.
constexpr std::array<lxw_color_t, 8> colours{0x4A4F57, 0x009E73, 0x0072B2, 0xB59B00,
                                             0xE69F00, 0xCC79A7, 0xD55E00, 0xA9B2BC};
constexpr std::uint32_t rows_per_chart = 21;
constexpr std::uint16_t columns_per_chart = 10;
constexpr double width_factor = 1.3;
constexpr double height_factor = 1.35;
constexpr float mean_width = 2.25F;
constexpr float bound_width = 1.0F;

/// Printed pages hold two charts above each other.
constexpr std::uint32_t rows_per_page = 2 * rows_per_chart;
constexpr std::uint32_t first_row = 2;

/// Whether columns can stand on zero.
bool is_nowhere_negative(const Table& table, const Chart& chart) {
  return std::ranges::all_of(chart.series, [&](const ChartSeries& series) {
    for (std::size_t row = series.first; row <= series.last; ++row) {
      const auto* figure = std::get_if<Figure>(&table.rows[row][series.column]);
      if (figure != nullptr && figure->value < 0) return false;
    }
    return true;
  });
}

std::uint8_t type_of(ChartKind kind) {
  switch (kind) {
    case ChartKind::band:
      return LXW_CHART_LINE;
    case ChartKind::stacked_areas:
      return LXW_CHART_AREA_STACKED;
    case ChartKind::stacked_columns:
      return LXW_CHART_COLUMN_STACKED;
    case ChartKind::bars:
      return LXW_CHART_COLUMN;
    case ChartKind::rows:
      return LXW_CHART_BAR;
  }
  return LXW_CHART_LINE;
}

/// A mean is a thick line, its bounds are thin dashed ones of the same colour.
void paint(lxw_chart_series* series, ChartKind kind, std::size_t position) {
  constexpr std::size_t lines_of_band = 3;
  const bool is_band = kind == ChartKind::band;
  const std::size_t group = is_band ? position / lines_of_band + 2 : position;
  const lxw_color_t colour = colours[group % colours.size()];
  if (is_band) {
    const bool is_mean = position % lines_of_band == 0;
    lxw_chart_line line{};
    line.color = colour;
    line.width = is_mean ? mean_width : bound_width;
    if (!is_mean) line.dash_type = LXW_CHART_LINE_DASH_DASH;
    chart_series_set_line(series, &line);
  } else {
    lxw_chart_fill fill{};
    fill.color = colour;
    chart_series_set_fill(series, &fill);
  }
}

void add_series(const BookWriting& writing, lxw_chart* into, const Chart& chart) {
  const Table& table = writing.book.tables[chart.table];
  const std::string sheet(in(writing.language, table.name));
  const auto categories = static_cast<lxw_col_t>(chart.category_column);
  for (std::size_t i = 0; i < chart.series.size(); ++i) {
    const ChartSeries& rows = chart.series[i];
    // Below the heading.
    const auto first = static_cast<lxw_row_t>(rows.first + 1);
    const auto last = static_cast<lxw_row_t>(rows.last + 1);
    const auto column = static_cast<lxw_col_t>(rows.column);
    lxw_chart_series* series = chart_add_series(into, nullptr, nullptr);
    if (series == nullptr) throw WorkbookFailure("a chart could not be filled");
    chart_series_set_categories(series, sheet.c_str(), first, categories, last, categories);
    chart_series_set_values(series, sheet.c_str(), first, column, last, column);
    chart_series_set_name(series, cell_text(label_in(writing.language, rows.name)).c_str());
    paint(series, chart.kind, i);
  }
}

void set_axes(const BookWriting& writing, lxw_chart* into, const Chart& chart) {
  const bool lies = chart.kind == ChartKind::rows;
  // The library calls what runs to the right x, whatever stands on it.
  lxw_chart_axis* names = lies ? into->y_axis : into->x_axis;
  lxw_chart_axis* numbers = lies ? into->x_axis : into->y_axis;
  const Table& table = writing.book.tables[chart.table];
  const std::string category(in(writing.language, table.columns[chart.category_column].heading));
  chart_axis_set_name(names, category.c_str());
  // Names and years stand below the lowest value, not across the columns.
  chart_axis_set_label_position(names, LXW_CHART_AXIS_LABEL_POSITION_LOW);
  const bool is_money = chart.unit == Unit::yuan;
  std::string unit(in(writing.language, label(chart.unit)));
  // The commas of the format divide; not every program knows the display units of an axis.
  if (is_money) unit = in(writing.language, tr("million yuan"));
  chart_axis_set_name(numbers, unit.c_str());
  // Columns that do not begin at zero exaggerate their differences; stacked ones do of themselves.
  if (chart.kind == ChartKind::bars && is_nowhere_negative(table, chart))
    chart_axis_set_min(numbers, 0);
  if (lies) {
    // The first name on top, numbers below all the same.
    chart_axis_set_reverse(names);
    chart_axis_set_label_position(numbers, LXW_CHART_AXIS_LABEL_POSITION_HIGH);
  }
  const bool is_share = chart.unit == Unit::share;
  chart_axis_set_num_format(numbers, is_share ? "0.0##%" : (is_money ? "#,##0.0,," : "#,##0.###"));
}

/// Between rows of charts, so that none is cut.
void break_pages(lxw_worksheet* sheet, std::uint32_t charts) {
  std::vector<lxw_row_t> breaks;
  const std::uint32_t end = first_row + (charts + 1) / 2 * rows_per_chart;
  for (std::uint32_t row = first_row + rows_per_page; row < end; row += rows_per_page)
    breaks.push_back(row);
  breaks.push_back(0);
  require(worksheet_set_h_pagebreaks(sheet, breaks.data()));
}

}  // namespace

void add_charts(const BookWriting& writing, lxw_worksheet* sheet) {
  worksheet_gridlines(sheet, LXW_HIDE_ALL_GRIDLINES);
  worksheet_set_landscape(sheet);
  worksheet_fit_to_pages(sheet, 1, 0);
  write_text(
      sheet, {0, 0},
      in(writing.language,
         tr("Dashed: 90% model interval, not forecast error. The data stand in the sheets.")),
      writing.formats.bold);
  std::uint32_t position = 0;
  for (const Chart& chart : writing.book.charts) {
    lxw_chart* drawn = workbook_add_chart(writing.workbook, type_of(chart.kind));
    if (drawn == nullptr) throw WorkbookFailure("a chart could not be added");
    std::string title(in(writing.language, chart.title));
    chart_title_set_name(drawn, title.c_str());
    add_series(writing, drawn, chart);
    set_axes(writing, drawn, chart);
    chart_legend_set_position(
        drawn, chart.series.size() > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE);
    lxw_chart_options options{};
    options.x_scale = width_factor;
    options.y_scale = height_factor;
    options.description = title.data();
    const std::uint32_t row = first_row + position / 2 * rows_per_chart;
    const auto column = static_cast<std::uint16_t>(position % 2 * columns_per_chart);
    require(worksheet_insert_chart_opt(sheet, row, column, drawn, &options));
    ++position;
  }
  break_pages(sheet, position);
}

}  // namespace jtsim::output
