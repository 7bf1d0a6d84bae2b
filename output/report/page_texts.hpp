// The texts of the report page and their Chinese.
#pragma once

#include <string_view>

#include <nlohmann/json.hpp>

namespace jtsim::output {

/// {English: Chinese} of every text that a script marks by t("..."), mark("...") or
/// tc("context", "..."); the key of the last is context, U+0004, text, as in a file of gettext.
nlohmann::ordered_json texts_of_script(std::string_view script);

}  // namespace jtsim::output
