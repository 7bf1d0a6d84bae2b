// What the parser knows, in the words of a shell and of man.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "base/language.hpp"

namespace jtsim::app {

/// A command and how it is called: "run", "sweep plan".
struct CalledCommand {
  std::string words;
  const CLI::App* command;
};

/// All commands, each before its parts.
std::vector<CalledCommand> all_commands(const CLI::App& app);

/// A completion script for bash: commands, options and their words; file names elsewhere.
/// `subjects` are what `describe` takes.
std::string completion_script(const CLI::App& app, const std::string& subjects);

/// A manual page (man 7 format) with everything that --help says of every command.
std::string manual_page(const CLI::App& app, Language language);

}  // namespace jtsim::app
