// Takes CLI11's messages apart: it hands over names and values in no other way.
#include "src/cli/parse_error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace jtsim::app {

namespace {

using Halves = std::pair<std::string, std::string>;

std::optional<Halves> split(std::string_view text, std::string_view mark) {
  const auto at = text.find(mark);
  if (at == std::string_view::npos) return std::nullopt;
  return Halves{text.substr(0, at), text.substr(at + mark.size())};
}

}  // namespace

Sentence sentence_of(const CLI::ParseError& error) {
  const std::string text = error.what();
  const std::string kind = error.get_name();
  if (text == "A subcommand is required") return tr("a command is required");
  if (kind == "RequiredError") {
    if (const auto found = split(text, " is required")) return {tr("{} is required"), found->first};
  }
  const std::optional<Halves> told = split(text, ": ");
  if (told && kind == "ArgumentMismatch") return {tr("{} needs a value"), told->first};
  if (told && kind == "ValidationError") {
    if (const auto found = split(told->second, " not in "))
      return {tr("{}: {} is not one of {}"), told->first, found->first, found->second};
  }
  if (const auto found = split(text, " excludes "))
    return {tr("{} and {} exclude each other"), found->first, found->second};
  if (const auto found = split(text, " requires "))
    return {tr("{} makes sense only with {}"), found->first, found->second};
  return text;
}

}  // namespace jtsim::app
