// Fills the template of the page.
#include "output/report/page.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "output/report/assets.hpp"

namespace jtsim::output {

namespace {

constexpr std::string_view line_separator = "\xE2\x80\xA8";
constexpr std::string_view paragraph_separator = "\xE2\x80\xA9";

constexpr std::array<std::pair<std::string_view, std::string_view>, 5> escapes{{
    {"<", "\\u003c"},
    {">", "\\u003e"},
    {"&", "\\u0026"},
    {line_separator, "\\u2028"},
    {paragraph_separator, "\\u2029"},
}};

unsigned hexadecimal(char digit) {
  return static_cast<unsigned>(digit <= '9' ? digit - '0' : digit - 'a' + 10);
}

/// Base64 (RFC 4648) of the bytes that a digest's hexadecimal digits stand for.
std::string base64_of_hexadecimal(std::string_view digits) {
  constexpr std::string_view alphabet =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string text;
  std::uint32_t bits = 0;
  int waiting = 0;
  for (const char digit : digits) {
    bits = (bits << 4U) | hexadecimal(digit);
    waiting += 4;
    if (waiting < 6) continue;
    waiting -= 6;
    text += alphabet[(bits >> static_cast<unsigned>(waiting)) & 63U];
  }
  if (waiting > 0) text += alphabet[(bits << static_cast<unsigned>(6 - waiting)) & 63U];
  while (text.size() % 4 != 0) text += '=';
  return text;
}

/// How a content security policy names a script.
std::string script_source(std::string_view script) {
  return "'sha256-" + base64_of_hexadecimal(sha256_of(script)) + "'";
}

}  // namespace

std::string embedded_json(const nlohmann::ordered_json& content) {
  using Json = nlohmann::ordered_json;
  const std::string plain = content.dump(-1, ' ', false, Json::error_handler_t::replace);
  std::string text;
  text.reserve(plain.size() + plain.size() / 16);
  for (std::size_t i = 0; i < plain.size();) {
    bool escaped = false;
    for (const auto& [what, as] : escapes) {
      if (plain.compare(i, what.size(), what) != 0) continue;
      text += as;
      i += what.size();
      escaped = true;
      break;
    }
    if (!escaped) text += plain[i++];
  }
  return text;
}

std::string report_page(const nlohmann::ordered_json& content, Language language) {
  const std::string json = embedded_json(content);
  const std::string sources = script_source(chart_library()) + " " + script_source(page_script());
  const std::array<std::pair<std::string_view, std::string_view>, 6> parts{{
      {"language", language == Language::zh ? "zh-CN" : "en"},
      {"sources", sources},
      {"style", page_style()},
      {"content", json},
      {"charts", chart_library()},
      {"script", page_script()},
  }};
  // What is filled in is never searched for places again.
  std::string page;
  const std::string_view rest = page_template();
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t open = rest.find("{{", at);
    page += rest.substr(at, open - at);
    if (open == std::string_view::npos) break;
    const std::size_t close = rest.find("}}", open);
    const std::string_view name = rest.substr(open + 2, close - open - 2);
    const auto* part =
        std::find_if(parts.begin(), parts.end(), [&](const auto& p) { return p.first == name; });
    expect(part != parts.end(), "the page's template names parts that exist");
    page += part->second;
    at = close + 2;
  }
  return page;
}

}  // namespace jtsim::output
