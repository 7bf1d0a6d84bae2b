// The parser of the command line and what it fills.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <utility>
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
  Command parse(std::span<const char* const> words);

 private:
  /// The number options of a command as they were written: CLI11 would alter what is no number of
  /// its type. Keyed by command, then option.
  using NumberTexts = std::map<std::pair<const CLI::App*, std::string>, std::string>;

  std::string say(const Label& label) const { return std::string(in(language_, label)); }
  CLI::App* add_command(const char* name, const Label& what, const char* examples);
  CLI::Option* add_text(CLI::App* command, const char* names, std::string& into, const Label& what);
  CLI::Option* add_flag(CLI::App* command, const char* names, bool& into, const Label& what);
  void add_number(CLI::App* command, const char* name, const char* placeholder, const Label& what);
  void add_speech(const Speech& speech);
  void add_run();
  void add_check();
  void add_describe();
  void add_rerun();
  void add_compare();
  void add_trace();
  void add_validate();
  void add_calibrate();
  void add_report();
  void add_sweep();
  CLI::App* add_sweep_action(CLI::App* sweep, SweepAction action, const char* examples);
  void add_sweep_work(CLI::App* sweep);
  void add_sweep_analysis(CLI::App* sweep);
  void add_sweep_results(CLI::App* sweep);
  void add_batch();
  Command chosen_sweep();
  /// The command given, or its part such as `sweep run`.
  const CLI::App* chosen_command() const;
  void prepare(CLI::App* command, const char* examples);
  void add_export();
  void add_scenario(CLI::App* command, ScenarioChoice& into);
  Command chosen();
  std::optional<std::uint32_t> number(const std::string& option) const;
  void set_from(const std::string& option, const char* key);
  Subject chosen_subject() const;
  Command chosen_description();
  [[noreturn]] void refuse(const CLI::ParseError& error) const;
  std::vector<std::string> known_words() const;

  Language language_;
  CLI::App app_;
  RunCommand run_;
  CheckCommand check_;
  DescribeCommand describe_;
  std::string subject_;
  RerunCommand rerun_;
  CompareCommand compare_;
  TraceCommand trace_;
  ValidateCommand validate_;
  CalibrateCommand calibrate_;
  ReportCommand report_;
  SweepCommand sweep_;
  std::map<const CLI::App*, SweepAction> sweep_actions_;
  BatchCommand batch_;
  ExportCommand export_;
  NumberTexts numbers_;
  std::string lang_;
  std::string color_;
};

}  // namespace jtsim::app
