// Guesses at the typing error behind a YAML syntax error, for a message that helps.
#pragma once

#include <optional>
#include <string_view>

#include "base/sentence.hpp"

namespace jtsim::configs {

/// A sentence about the most likely cause (a quote left open, a blank missing after a colon, a tab
/// as indentation) with its line, if one is seen.
std::optional<Sentence> syntax_hint(std::string_view text);

/// Whether the quoted text that begins at `offset` of `text` ends on its own line.
bool closes_on_its_line(std::string_view text, std::size_t offset);

}  // namespace jtsim::configs
