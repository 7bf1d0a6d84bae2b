// Guesses at the typing error behind a YAML syntax error.
#include "configs/yaml_hints.hpp"

#include <fmt/format.h>

namespace jtsim::configs {

namespace {

bool is_quote(char c) { return c == '"' || c == '\''; }

/// Position after the quote that closes the one at `open`, or npos when the line ends before.
std::size_t after_closing_quote(std::string_view line, std::size_t open) {
  const char quote = line[open];
  for (std::size_t i = open + 1; i < line.size() && line[i] != '\n'; ++i) {
    if (quote == '"' && line[i] == '\\') {
      ++i;
      continue;
    }
    if (line[i] != quote) continue;
    const bool doubled = quote == '\'' && i + 1 < line.size() && line[i + 1] == '\'';
    if (!doubled) return i + 1;
    ++i;
  }
  return std::string_view::npos;
}

/// A quote means the start of a quoted text only where a value may begin.
bool may_begin_value(std::string_view before) {
  const auto last = before.find_last_not_of(" \t");
  return last == std::string_view::npos ||
         std::string_view(":-[{,").find(before[last]) != std::string_view::npos;
}

/// Whether a quote of the line is not closed on it.
bool leaves_quote_open(std::string_view line) {
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '#' && (i == 0 || line[i - 1] == ' ')) return false;
    if (!is_quote(line[i]) || !may_begin_value(line.substr(0, i))) continue;
    const std::size_t after = after_closing_quote(line, i);
    if (after == std::string_view::npos) return true;
    i = after - 1;
  }
  return false;
}

/// `key:value` at the start of the line.
bool lacks_blank_after_colon(std::string_view line) {
  const auto first = line.find_first_not_of(" -");
  if (first == std::string_view::npos) return false;
  std::size_t i = first;
  while (i < line.size() && (line[i] == '_' || (line[i] >= 'a' && line[i] <= 'z') ||
                             (line[i] >= '0' && line[i] <= '9')))
    ++i;
  return i > first && i + 1 < line.size() && line[i] == ':' &&
         std::string_view(" \t\r").find(line[i + 1]) == std::string_view::npos;
}

bool is_indented_by_tab(std::string_view line) {
  const auto first = line.find_first_not_of(' ');
  return first != std::string_view::npos && line[first] == '\t';
}

std::optional<Sentence> hint_for_line(std::string_view line, int number) {
  if (leaves_quote_open(line))
    return Sentence(tr("line {} opens a quote that does not close on it"), number);
  if (lacks_blank_after_colon(line))
    return Sentence(tr("line {} has no blank after the colon"), number);
  if (is_indented_by_tab(line))
    return Sentence(tr("line {} is indented by a tab; use blanks"), number);
  return {};
}

}  // namespace

std::optional<Sentence> syntax_hint(std::string_view text) {
  int number = 1;
  while (!text.empty()) {
    const auto end = text.find('\n');
    if (auto hint = hint_for_line(text.substr(0, end), number)) return hint;
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
    ++number;
  }
  return {};
}

bool closes_on_its_line(std::string_view text, std::size_t offset) {
  if (offset >= text.size() || !is_quote(text[offset])) return true;
  return after_closing_quote(text, offset) != std::string_view::npos;
}

}  // namespace jtsim::configs
