// How many columns a text takes on a terminal.
#pragma once

#include <cstddef>
#include <string_view>

namespace jtsim {

/// Columns of a UTF-8 text: Chinese characters and full-width punctuation take two.
std::size_t text_width(std::string_view utf8);

}  // namespace jtsim
