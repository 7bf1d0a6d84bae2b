// The languages the program speaks to people in.
#pragma once

#include <cstdint>
#include <string_view>

#include "base/enum_table.hpp"

namespace jtsim {

enum class Language : std::uint8_t { zh, en };

/// The text of a label in a language.
constexpr std::string_view in(Language language, const Label& label) {
  return language == Language::zh ? label.zh : label.en;
}

}  // namespace jtsim
