// Finds the marked texts of the page's scripts by the words that xgettext looks for.
#include "output/report/page_texts.hpp"

#include <array>
#include <cctype>
#include <optional>
#include <string>

#include "base/catalogue.hpp"

namespace jtsim::output {

namespace {

using Json = nlohmann::ordered_json;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '$' || c == '.';
}

/// Reads the literal in double quotes that begins at `at` and moves behind it; none if there is no.
std::optional<std::string> take_literal(std::string_view script, std::size_t& at) {
  if (at >= script.size() || script[at] != '"') return std::nullopt;
  std::size_t end = at + 1;
  while (end < script.size() && script[end] != '"') end += script[end] == '\\' ? 2U : 1U;
  const Json literal = Json::parse(script.substr(at, end + 1 - at), nullptr, false);
  at = end + 1;
  if (!literal.is_string()) return std::nullopt;
  return literal.get<std::string>();
}

void add(const std::string& context, const std::string& english, Json& texts) {
  const char* chinese = chinese_of(context.empty() ? nullptr : context.c_str(), english.c_str());
  if (chinese == nullptr) return;
  texts[context.empty() ? english : context + '\4' + english] = chinese;
}

}  // namespace

Json texts_of_script(std::string_view script) {
  Json texts = Json::object();
  for (const std::string_view call : std::array<std::string_view, 3>{"t(", "mark(", "tc("}) {
    for (std::size_t at = script.find(call); at != std::string_view::npos;
         at = script.find(call, at)) {
      const bool is_call = at == 0 || !is_word(script[at - 1]);
      at += call.size();
      if (!is_call) continue;
      const std::optional<std::string> first = take_literal(script, at);
      if (!first) continue;
      if (call != "tc(") {
        add("", *first, texts);
        continue;
      }
      at = script.find_first_not_of(", \n", at);
      if (const auto english = take_literal(script, at)) add(*first, *english, texts);
    }
  }
  return texts;
}

}  // namespace jtsim::output
