// Strict UTF-8: what is not text is refused before anything tries to understand it.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace jtsim::configs {

inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Offset of the first byte that is not strict UTF-8 (overlong forms, surrogates and values above
/// U+10FFFF included) or is a control character other than tab and line end.
std::optional<std::size_t> first_bad_byte(std::string_view text);

/// Whether strict UTF-8 shows as one line in the order of its characters: no line ends, no marks
/// that turn the direction of writing.
bool is_one_line(std::string_view text);

/// Characters of strict UTF-8 are code points.
std::size_t character_count(std::string_view text);
/// The start of `text` with at most so many characters.
std::string_view first_characters(std::string_view text, std::size_t most);

}  // namespace jtsim::configs
