// Aligns labels and columns by the width of their letters.
#include "output/table_row.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "base/text_width.hpp"
#include "output/table_text.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t value_columns = 18;

}  // namespace

std::string percent_text(double share) { return fmt::format("{:.1f}%", 100 * share); }

const Statistics* readable(const std::vector<NamedStatistics>& all, std::string_view name) {
  const auto at = std::ranges::find(all, name, &NamedStatistics::name);
  return at == all.end() || at->small > 0 ? nullptr : &at->statistics;
}

void TableRow::add(const Statistics* s, Format format) {
  means += right(s == nullptr ? "-" : format(s->mean), value_columns);
  const bool has_interval = s != nullptr && std::isfinite(s->standard_error);
  intervals += right(has_interval ? format(s->q05) + "~" + format(s->q95) : "", value_columns);
}

void TableRow::add_title(std::string_view title) { means += right(title, value_columns); }

std::string TableRow::text(std::size_t label_columns) const {
  const std::string lines = line_of(label, means, label_columns);
  const bool has_intervals = intervals.find_first_not_of(' ') != std::string::npos;
  return has_intervals ? lines + line_of("", intervals, label_columns) : lines;
}

std::string text_of(const std::vector<TablePart>& parts) {
  std::size_t label_columns = 0;
  for (const TablePart& part : parts) {
    for (const TableRow& row : part.rows)
      label_columns = std::max(label_columns, text_width(row.label));
  }
  std::string text;
  for (const TablePart& part : parts) {
    if (part.rows.empty() && part.title.empty()) continue;
    if (!text.empty()) text += "\n";
    text += part.title;
    for (const TableRow& row : part.rows) text += row.text(label_columns);
    text += part.note;
  }
  return text;
}

}  // namespace jtsim::output
