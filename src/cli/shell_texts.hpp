// What the parser knows, in the words of a shell and of man.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace jtsim::app {

/// A completion script for bash: commands, options and their words; file names elsewhere.
/// `subjects` are what `describe` takes.
std::string completion_script(const CLI::App& app, const std::string& subjects);

/// A manual page (man 7 format) with everything that --help says of every command.
std::string manual_page(const CLI::App& app, Language language);

}  // namespace jtsim::app
