// How the program speaks: language, colours, sentences with values.
#pragma once

#include <cstdint>
#include <string>

#include "base/language.hpp"
#include "base/sentence.hpp"

namespace jtsim::app {

enum class Color : std::uint8_t { automatic, always, never };

struct Speech {
  Language language = Language::en;
  Color color = Color::automatic;
};

/// The sentence of a label in a language, its {} filled in.
template <class... Values>
std::string say(Language language, const Label& sentence, const Values&... values) {
  return Sentence(sentence, values...).told(language);
}

/// "1 replicate", "20 replicates".
std::string replicates_text(std::uint32_t count, Language language);

/// What the environment asks for, as gettext reads it: the locale is the first of LC_ALL,
/// LC_MESSAGES, LANG that is set; the list LANGUAGE goes before it unless the locale is "C" or
/// "POSIX". Chinese where "zh" comes first, else English.
Language language_of_environment();

/// No colours where NO_COLOR is set and not empty (no-color.org), else those of a terminal.
Color color_of_environment();

}  // namespace jtsim::app
