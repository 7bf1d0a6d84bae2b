// Rows and parts of a table on the terminal.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "output/summary.hpp"

namespace jtsim::output {

/// Writes a value.
using Format = std::string (*)(double);

std::string percent_text(double share);

/// The outcome called `name`; null if there is none or if it rests on fewer than
/// `output.minimum_group` persons in some replicate.
const Statistics* readable(const std::vector<NamedStatistics>& all, std::string_view name);

/// A line of the means and, below it, one of the intervals; without values, a heading.
struct TableRow {
  std::string label;
  std::string means;
  std::string intervals;

  /// A dash without statistics.
  void add(const Statistics* s, Format format);
  void add_title(std::string_view title);
  /// The label in so many columns.
  std::string text(std::size_t label_columns) const;
};

struct TablePart {
  /// A line of its own, or empty.
  std::string title;
  std::vector<TableRow> rows;
  /// Below the rows.
  std::string note;
};

/// Parts with something in them, an empty line between; the columns of all stand below each other.
std::string text_of(const std::vector<TablePart>& parts);

}  // namespace jtsim::output
