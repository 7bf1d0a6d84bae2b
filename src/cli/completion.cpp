// Writes the completion script for bash.
#include <algorithm>

#include <fmt/format.h>

#include "src/cli/shell_texts.hpp"

namespace jtsim::app {

namespace {

std::vector<const CLI::App*> commands_of(const CLI::App& app) {
  return app.get_subcommands([](const CLI::App*) { return true; });
}

/// "--output -o" of every option that is no positional.
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

bool takes_number(const CLI::Option& option) {
  return option.get_option_text() == "N" || option.get_option_text() == "K" ||
         option.get_option_text() == "S";
}

std::string names_as_pattern(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_lnames()) names += "|--" + name;
  for (const std::string& name : option.get_snames()) names += "|-" + name;
  return names.empty() ? names : names.substr(1);
}

/// What may follow the options of one command: one line of a `case` each.
std::string value_cases(const CLI::App& app) {
  std::string lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option->get_items_expected_max() == 0) continue;
    const std::string words = value_words(*option);
    if (!words.empty()) {
      lines += fmt::format("    {}) COMPREPLY=($(compgen -W '{}' -- \"$current\")); return ;;\n",
                           names_as_pattern(*option), words);
    } else if (takes_number(*option)) {
      lines += fmt::format("    {}) return ;;\n", names_as_pattern(*option));
    } else {
      lines += fmt::format("    {}) compopt -o default; return ;;\n", names_as_pattern(*option));
    }
  }
  return lines;
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& subjects) {
  std::string commands;
  std::string options;
  std::string values = value_cases(app);
  for (const CLI::App* command : commands_of(app)) {
    commands += (commands.empty() ? "" : " ") + command->get_name();
    options += fmt::format("    {}) words='{}{}' ;;\n", command->get_name(),
                           option_words(*command).substr(1), option_words(app));
    for (std::size_t begin = 0; begin < value_cases(*command).size();) {
      const std::string all = value_cases(*command);
      const std::size_t end = all.find('\n', begin) + 1;
      const std::string line = all.substr(begin, end - begin);
      // Options of one name take the same in every command.
      if (values.find(line) == std::string::npos) values += line;
      begin = end;
    }
  }
  std::string either = commands;
  std::ranges::replace(either, ' ', '|');
  return fmt::format(R"(# Completion of jtsim for bash; written by `jtsim describe completion`.
_jtsim() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  local command='' words='' word
  COMPREPLY=()
  for word in "${{COMP_WORDS[@]:1:COMP_CWORD-1}}"; do
    case $word in {0}) command=$word; break ;; esac
  done
  case $previous in
{1}  esac
  case $command in
    '') words='{2}{3}' ;;
{4}  esac
  if [[ -z $command || $current == -* ]]; then
    COMPREPLY=($(compgen -W "$words" -- "$current"))
  elif [[ $command == describe ]]; then
    COMPREPLY=($(compgen -W '{5}' -- "$current"))
  else
    compopt -o default
  fi
}}
complete -F _jtsim jtsim
)",
                     either, values, commands, option_words(app), options, subjects);
}

}  // namespace jtsim::app
