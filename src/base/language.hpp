// The languages the program speaks to people in.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/label.hpp"

namespace jtsim {

enum class Language : std::uint8_t { zh, en };

/// The text of a label in a language; English where po/zh_CN.po has no translation. Lasts as long
/// as the program. Needs no locale of the system, and both languages are there at once.
std::string_view in(Language language, const Label& label);

}  // namespace jtsim
