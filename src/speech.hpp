// How the program speaks: language, colours, sentences with values.
#pragma once

#include <cstdint>
#include <string>

#include <fmt/format.h>

#include "base/language.hpp"

namespace jtsim::app {

enum class Color : std::uint8_t { automatic, always, never };

struct Speech {
  Language language = Language::en;
  Color color = Color::automatic;
};

/// The sentence of a label in a language, its {} filled in.
template <class... Values>
std::string say(Language language, const Label& sentence, const Values&... values) {
  return fmt::format(fmt::runtime(in(language, sentence)), values...);
}

/// What the environment asks for: the first of LANGUAGE, LC_ALL, LC_MESSAGES, LANG that is set;
/// Chinese if it begins with "zh", else English.
Language language_of_environment();

}  // namespace jtsim::app
