// Strict UTF-8.
#include "configs/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace jtsim::configs {

namespace {

struct Lead {
  std::size_t continuation = 0;
  std::uint32_t bits = 0;
  /// Smaller code points must be written with fewer bytes.
  std::uint32_t smallest = 0;
};

std::optional<Lead> lead_of(std::uint8_t byte) {
  if (byte >= 0xC2 && byte <= 0xDF) return Lead{1, byte & 0x1Fu, 0x80};
  if (byte >= 0xE0 && byte <= 0xEF) return Lead{2, byte & 0x0Fu, 0x800};
  if (byte >= 0xF0 && byte <= 0xF4) return Lead{3, byte & 0x07u, 0x10000};
  return std::nullopt;
}

bool is_allowed_ascii(std::uint8_t byte) {
  return byte == '\t' || byte == '\n' || byte == '\r' || (byte >= 0x20 && byte != 0x7F);
}

/// Bytes of the character at the start of `text`, 0 when there is none.
std::size_t character_length(std::string_view text) {
  const auto first = static_cast<std::uint8_t>(text[0]);
  if (first < 0x80) return is_allowed_ascii(first) ? 1 : 0;
  const auto lead = lead_of(first);
  if (!lead || text.size() <= lead->continuation) return 0;
  std::uint32_t point = lead->bits;
  for (std::size_t i = 1; i <= lead->continuation; ++i) {
    const auto byte = static_cast<std::uint8_t>(text[i]);
    if ((byte & 0xC0u) != 0x80u) return 0;
    point = point << 6u | (byte & 0x3Fu);
  }
  const bool surrogate = point >= 0xD800 && point <= 0xDFFF;
  const bool second_control = point >= 0x80 && point < 0xA0;
  if (point < lead->smallest || point > 0x10FFFF || surrogate || second_control) return 0;
  return lead->continuation + 1;
}

bool begins_character(char c) { return (static_cast<std::uint8_t>(c) & 0xC0u) != 0x80u; }

}  // namespace

std::optional<std::size_t> first_bad_byte(std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t length = character_length(text.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return std::nullopt;
}

bool is_one_line(std::string_view text) {
  // Line and paragraph separator; Arabic letter mark, marks, embeddings and isolates of direction.
  constexpr std::array<std::string_view, 14> unwanted{
      "\u2028", "\u2029", "\u061C", "\u200E", "\u200F", "\u202A", "\u202B",
      "\u202C", "\u202D", "\u202E", "\u2066", "\u2067", "\u2068", "\u2069"};
  return text.find_first_of("\n\r") == std::string_view::npos &&
         std::ranges::none_of(unwanted, [&](std::string_view character) {
           return text.find(character) != std::string_view::npos;
         });
}

std::size_t character_count(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), begins_character));
}

std::string_view first_characters(std::string_view text, std::size_t most) {
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (begins_character(text[at]) && ++characters > most) return text.substr(0, at);
  }
  return text;
}

}  // namespace jtsim::configs
