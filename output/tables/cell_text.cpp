// Escapes what a spreadsheet would take for a formula.
#include "output/tables/cell_text.hpp"

#include <algorithm>
#include <array>

namespace jtsim::output {

namespace {

/// Excel reads the full-width forms as the signs themselves.
constexpr std::array<std::string_view, 11> dangerous_beginnings{
    "=",           "+", "-", "@", "\t", "\r", "\n", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D",
    "\xEF\xBC\xA0"};
constexpr std::string_view replacement = "\xEF\xBF\xBD";
/// U+FFFE and U+FFFF.
constexpr std::array<std::string_view, 2> no_characters{"\xEF\xBF\xBE", "\xEF\xBF\xBF"};
/// A cell of Excel holds 32,767 UTF-16 units, of which a UTF-8 text has no more than bytes.
constexpr std::size_t most_bytes = 32'000;

bool is_forbidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\t' && c != '\n' && c != '\r') || byte == 0x7F;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

std::string_view shortened(std::string_view text) {
  if (text.size() <= most_bytes) return text;
  std::size_t end = most_bytes;
  while (end > 0 && is_continuation(text[end])) --end;
  return text.substr(0, end);
}

}  // namespace

std::string cell_text(std::string_view utf8) {
  const std::string_view kept = shortened(utf8);
  std::string text;
  for (const std::string_view beginning : dangerous_beginnings) {
    if (kept.starts_with(beginning)) text = "'";
  }
  for (std::size_t i = 0; i < kept.size(); ++i) {
    const auto no_character = std::ranges::find_if(
        no_characters, [&](std::string_view c) { return kept.substr(i).starts_with(c); });
    if (is_forbidden(kept[i])) {
      text += replacement;
    } else if (no_character != no_characters.end()) {
      text += replacement;
      i += no_character->size() - 1;
    } else {
      text += kept[i];
    }
  }
  if (kept.size() < utf8.size()) text += "\xE2\x80\xA6";
  return text;
}

}  // namespace jtsim::output
