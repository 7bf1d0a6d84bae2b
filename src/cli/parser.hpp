// The parser of the command line and what it fills.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "src/cli/command_line.hpp"

namespace jtsim::app {

/// Reads one command line with CLI11. Not to be moved: CLI11 points into it.
class Parser {
 public:
  explicit Parser(const Speech& speech);
  Parser(const Parser&) = delete;
  Parser& operator=(const Parser&) = delete;

  /// Throws InputError where the arguments make no sense.
  Command parse(std::span<const char* const> arguments);

 private:
  std::string say(const Label& label) const { return std::string(in(language_, label)); }
  CLI::App* add_command(const char* name, const Label& what, const char* examples);
  CLI::Option* add_text(CLI::App* command, const char* names, std::string& into, const Label& what);
  CLI::Option* add_flag(CLI::App* command, const char* names, bool& into, const Label& what);
  void add_number(CLI::App* command, const char* names, std::optional<std::uint32_t>& into,
                  const Label& what);
  void add_speech(const Speech& speech);
  void add_run();
  void add_check();
  void add_describe();
  void add_rerun();
  void add_scenario(CLI::App* command, ScenarioChoice& into);
  Command chosen();
  Subject chosen_subject() const;
  [[noreturn]] void refuse(const CLI::ParseError& error) const;
  std::vector<std::string> known_words() const;

  Language language_;
  CLI::App app_;
  RunCommand run_;
  std::optional<std::uint32_t> run_replicates_;
  std::optional<std::uint32_t> run_first_;
  std::optional<std::uint64_t> run_seed_;
  CheckCommand check_;
  DescribeCommand describe_;
  std::string subject_;
  RerunCommand rerun_;
  std::string ignored_;
};

}  // namespace jtsim::app
