// Reads the arguments of the program.
#include "src/cli/command_line.hpp"

#include <string_view>

#include "src/cli/parser.hpp"

namespace jtsim::app {

Speech speech_of(std::span<const char* const> words) {
  Speech speech{.language = language_of_environment(), .color = color_of_environment()};
  std::string_view previous;
  for (const std::string_view argument : words) {
    const auto says = [&](std::string_view option, std::string_view value) {
      return (previous == option && argument == value) ||
             (argument.starts_with(option) &&
              argument.substr(option.size()) == "=" + std::string(value));
    };
    if (says("--lang", "zh")) speech.language = Language::zh;
    if (says("--lang", "en")) speech.language = Language::en;
    if (says("--color", "auto")) speech.color = color_of_environment();
    if (says("--color", "always")) speech.color = Color::always;
    if (says("--color", "never")) speech.color = Color::never;
    previous = argument;
  }
  return speech;
}

Command parse_command_line(std::span<const char* const> words, const Speech& speech) {
  return Parser(speech).parse(words);
}

}  // namespace jtsim::app
