// Cells and lines of tables on a terminal, by the columns that texts take there.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace jtsim::output {

/// `text` and spaces up to `columns`, at least one.
std::string padded(std::string_view text, std::size_t columns);

/// Spaces, at least one, and `text`, which ends at `columns`.
std::string right(std::string_view text, std::size_t columns);

/// 亿元, and its English counterpart: a hundred million yuan.
inline constexpr double yuan_per_large_unit = 1e8;

/// A number of persons: "123,456".
std::string persons(double value);

/// Label and cells as one line without spaces at its end.
std::string line_of(std::string_view label, std::string_view cells, std::size_t label_columns);

}  // namespace jtsim::output
