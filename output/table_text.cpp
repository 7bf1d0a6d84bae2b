// Laying out cells and lines.
#include "output/table_text.hpp"

#include <fmt/format.h>

#include "base/text_width.hpp"

namespace jtsim::output {

std::string padded(std::string_view text, std::size_t columns) {
  const std::size_t width = text_width(text);
  return std::string(text) + std::string(width < columns ? columns - width : 1, ' ');
}

std::string right(std::string_view text, std::size_t columns) {
  const std::size_t width = text_width(text);
  return std::string(width < columns ? columns - width : 1, ' ') + std::string(text);
}

std::string persons(double value) {
  std::string digits = fmt::format("{:.0f}", value);
  const std::size_t first = digits.front() == '-' ? 1 : 0;
  for (std::size_t i = digits.size(); i > first + 3;) {
    i -= 3;
    digits.insert(i, ",");
  }
  return digits;
}

std::string line_of(std::string_view label, std::string_view cells, std::size_t label_columns) {
  const std::string text = padded(label, label_columns) + std::string(cells);
  return text.substr(0, text.find_last_not_of(' ') + 1) + "\n";
}

}  // namespace jtsim::output
