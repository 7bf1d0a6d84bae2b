// Reads the wanted language from the environment.
#include "src/speech.hpp"

#include <cstdlib>
#include <optional>
#include <string_view>

namespace jtsim::app {

namespace {

std::string_view variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? std::string_view() : std::string_view(value);
}

std::string_view locale() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    if (!variable(name).empty()) return variable(name);
  }
  return "C";
}

// The first language of a list such as "zh_CN:en" that we speak.
std::optional<Language> first_spoken(std::string_view list) {
  while (!list.empty()) {
    if (list.starts_with("zh")) return Language::zh;
    if (list.starts_with("en")) return Language::en;
    const auto colon = list.find(':');
    list = colon == std::string_view::npos ? std::string_view() : list.substr(colon + 1);
  }
  return std::nullopt;
}

}  // namespace

std::string replicates_text(std::uint32_t count, Language language) {
  if (count == 1) return say(language, tr("{} replicate"), count);
  return say(language, tr("{} replicates"), count);
}

Language language_of_environment() {
  const std::string_view own = locale();
  if (own == "C" || own == "POSIX") return Language::en;
  const std::string_view list = variable("LANGUAGE");
  return first_spoken(list.empty() ? own : list).value_or(Language::en);
}

Color color_of_environment() {
  return variable("NO_COLOR").empty() ? Color::automatic : Color::never;
}

}  // namespace jtsim::app
