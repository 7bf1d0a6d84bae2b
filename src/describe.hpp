// The text of `jtsim describe`, drawn from the declarations that the program itself uses.
#pragma once

#include <string>

#include "src/cli/command_line.hpp"

namespace jtsim::app {

enum class DescriptionForm : std::uint8_t { text, json };

/// What is to be said about a subject. The schema is JSON in either form; nothing on the
/// command line, which only its parser knows.
std::string describe(Subject subject, DescriptionForm form, Language language);

}  // namespace jtsim::app
