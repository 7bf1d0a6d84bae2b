// One self-contained HTML file from the figures' numbers and the parts of the page.
#pragma once

#include <string>

#include <nlohmann/json.hpp>

#include "base/language.hpp"

namespace jtsim::output {

/// Numbers as they are, texts with everything escaped that HTML or JavaScript could take for its
/// own: `<`, `>`, `&`, U+2028, U+2029. Invalid UTF-8 is replaced.
std::string embedded_json(const nlohmann::ordered_json& content);

/// The page that opens in `language`; it holds the texts of both. It loads nothing: its content
/// security policy allows these very scripts only.
std::string report_page(const nlohmann::ordered_json& content, Language language);

}  // namespace jtsim::output
