// Writes the completion script for bash.
#include <algorithm>

#include <fmt/format.h>

#include "src/cli/shell_texts.hpp"

namespace jtsim::app {

namespace {

void add_commands(const CLI::App& app, const std::string& before,
                  std::vector<CalledCommand>& commands) {
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; })) {
    commands.push_back({before + command->get_name(), command});
    add_commands(*command, before + command->get_name() + " ", commands);
  }
}

/// " plan run status": the parts of a command.
std::string part_words(const CLI::App& app) {
  std::string words;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    words += " " + command->get_name();
  return words;
}

/// " --output -o" of every option that is no positional.
std::string option_words(const CLI::App& app) {
  std::string words;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) words += " --" + name;
    for (const std::string& name : option->get_snames()) words += " -" + name;
  }
  return words;
}

/// "zh en" of an option that is shown as "zh|en (zh)"; empty if it takes any text.
std::string value_words(const CLI::Option& option) {
  std::string words = option.get_option_text().substr(0, option.get_option_text().find(' '));
  const bool is_choice = words.find('|') != std::string::npos &&
                         std::ranges::none_of(words, [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!is_choice) return "";
  std::ranges::replace(words, '|', ' ');
  return words;
}

/// What a shell does for the value of an option.
std::string action_of(const CLI::Option& option) {
  const std::string words = value_words(option);
  if (!words.empty())
    return fmt::format("COMPREPLY=($(compgen -W '{}' -- \"$current\")); return", words);
  const std::string text = option.get_option_text();
  const bool is_path =
      text.find("FILE") != std::string::npos || text.find("DIR") != std::string::npos;
  return is_path ? "compopt -o default; return" : "return";
}

/// One line of a `case` for every option that takes a value; `command` may be a pattern.
std::string value_cases(const CLI::App& app, const std::string& command) {
  std::string lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_items_expected_max() == 0) continue;
    std::string names;
    for (const std::string& name : option->get_lnames())
      names += fmt::format("|{}:--{}", command, name);
    for (const std::string& name : option->get_snames())
      names += fmt::format("|{}:-{}", command, name);
    lines += fmt::format("    {}) {} ;;\n", names.substr(1), action_of(*option));
  }
  return lines;
}

}  // namespace

std::vector<CalledCommand> all_commands(const CLI::App& app) {
  std::vector<CalledCommand> commands;
  add_commands(app, "", commands);
  return commands;
}

std::string completion_script(const CLI::App& app, const std::string& subjects) {
  std::string paths;
  std::string words = fmt::format("    '') words='{}' parts='{}' ;;\n", option_words(app).substr(1),
                                  part_words(app).substr(1));
  std::string values = value_cases(app, "*");
  for (const auto& [called, command] : all_commands(app)) {
    const std::string before = called.find(' ') == std::string::npos ? " " + called : called;
    paths += fmt::format("|'{}'", before);
    std::string parts = called == "describe" ? " " + subjects : part_words(*command);
    if (!parts.empty()) parts = parts.substr(1);
    words += fmt::format("    '{}') words='{}{}' parts='{}' ;;\n", called,
                         option_words(*command).substr(1), option_words(app), parts);
    values += value_cases(*command, "'" + called + "'");
  }
  return fmt::format(R"(# Completion of jtsim for bash; written by `jtsim describe completion`.
_jtsim() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  local command='' words='' parts='' word
  COMPREPLY=()
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case "$command $word" in
      {0}) command="${{command:+$command }}$word" ;;
    esac
  done
  case "$command:$previous" in
{1}  esac
  case $command in
{2}  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ -n $parts ]]; then
    COMPREPLY=($(compgen -W "$parts" -- "$current"))
  else
    compopt -o default
  fi
}}
complete -F _jtsim jtsim
)",
                     paths.substr(1), values, words);
}

}  // namespace jtsim::app
