// Takes UTF-8 apart as far as the width of characters needs it.
#include "base/text_width.hpp"

#include <cstdint>

namespace jtsim {

namespace {

/// East Asian wide characters as far as our labels use them: CJK symbols, ideographs, full-width
/// forms.
bool is_wide(std::uint32_t code) {
  return (code >= 0x2E80 && code <= 0x9FFF) || (code >= 0xF900 && code <= 0xFAFF) ||
         (code >= 0xFF00 && code <= 0xFF60) || (code >= 0x20000 && code <= 0x3FFFD);
}

}  // namespace

std::size_t text_width(std::string_view utf8) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t code = length == 1 ? lead : lead & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length && i + k < utf8.size(); ++k) {
      code = (code << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3FU);
    }
    width += is_wide(code) ? std::size_t{2} : std::size_t{1};
    i += length;
  }
  return width;
}

}  // namespace jtsim
