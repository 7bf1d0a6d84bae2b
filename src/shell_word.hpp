// Words of commands that are printed to be typed again.
#pragma once

#include <string>

namespace jtsim::app {

/// A word as a shell takes it back.
std::string shell_word(const std::string& word);

}  // namespace jtsim::app
