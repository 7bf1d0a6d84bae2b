// Texts of other people in cells: never a formula, never a character that a file cannot hold.
#pragma once

#include <string>
#include <string_view>

namespace jtsim::output {

/// A spreadsheet program runs what begins with one of = + - @, also in full width, with a tab or a
/// line break: such a text gets an apostrophe in front. Characters that XML has no way to hold
/// become U+FFFD; what is longer than a cell can be ends in an ellipsis. Other texts stay as they
/// are.
std::string cell_text(std::string_view utf8);

}  // namespace jtsim::output
