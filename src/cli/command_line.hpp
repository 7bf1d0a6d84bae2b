// What the user asked for: the command line as plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "base/enum_table.hpp"
#include "src/speech.hpp"

namespace jtsim::app {

/// A scenario file and what the command line sets on top of it.
struct ScenarioChoice {
  std::string file;
  /// "key.path=value", in their order; later ones win.
  std::vector<std::string> overrides;
};

struct RunCommand {
  ScenarioChoice scenario;
  /// Empty: output/runs/<name of the scenario file>.
  std::string directory;
  std::uint32_t first_replicate = 0;
  std::optional<std::uint32_t> threads;
  /// Where the headline figures go as JSON: a file, "-" for stdout, empty for nowhere.
  std::string json;
  /// Whom to follow (see `trace_choice`); empty: nobody.
  std::string trace;
  bool overwrite = false;
  bool quiet = false;
  /// `--lang` as it was given; empty if it was not.
  std::string language;
  /// The command line as it was given, the program's name first.
  std::vector<std::string> words;
};

struct CheckCommand {
  ScenarioChoice scenario;
  bool echo = false;
};

/// What `describe` can describe; the identifiers are the words of the command line.
enum class Subject : std::uint8_t {
  parameters,
  policies,
  states,
  series,
  columns,
  schedule,
  schema,
  completion,
  manual,
};

struct DescribeCommand {
  Subject subject = Subject::parameters;
  bool json = false;
};

struct RerunCommand {
  std::string results;
  bool verify = false;
  std::string directory;
  std::optional<std::uint32_t> threads;
  bool overwrite = false;
  bool quiet = false;
  /// The command line as it was given, the program's name first.
  std::vector<std::string> words;
};

struct CompareCommand {
  /// Run directories, or their results files.
  std::string base;
  std::vector<std::string> policies;
  /// Empty: beside the first policy run.
  std::string directory;
  std::optional<std::uint32_t> threads;
  /// Where comparison.json goes as well: a file, "-" for stdout, empty for nowhere.
  std::string json;
  bool overwrite = false;
  bool quiet = false;
};

struct TraceCommand {
  /// Run directory, or its results file.
  std::string directory;
  /// Number of the worker.
  std::string worker;
  /// None: the first of the run.
  std::optional<std::uint32_t> replicate;
};

struct ValidateCommand {
  bool is_quick = false;
  /// Draws of all uncertain parameters, instead of the checks.
  std::optional<std::uint32_t> inputs;
  /// Parts with commas between them; empty: all.
  std::string only;
  /// Where the table goes as well; empty: nowhere.
  std::string directory;
  std::optional<std::uint32_t> threads;
  bool quiet = false;
};

struct CalibrateCommand {
  ScenarioChoice scenario;
  /// A plan (YAML) or a table of targets (CSV).
  std::string targets;
  /// With a table: key paths of the free parameters, with commas between them.
  std::string free;
  /// Empty: output/calibrations/<name of the scenario file>.
  std::string directory;
  std::optional<std::uint32_t> threads;
  /// Begins anew where the directory holds a trace.
  bool overwrite = false;
  bool quiet = false;
};

struct ReportCommand {
  /// Run directories, or the directory of a comparison.
  std::vector<std::string> directories;
  /// Empty: report.html in the first directory.
  std::string file;
  /// A GeoJSON file; empty: the schematic map.
  std::string map;
  bool quiet = false;
};

/// What `jtsim sweep` is to do.
enum class SweepAction : std::uint8_t { plan, run, status, analyse, merge, rerun, slurm };

struct SweepCommand {
  SweepAction action = SweepAction::plan;
  /// Of `plan`: the sweep's file; of `rerun`: the merged file; of `analyse`: that or the sweep's
  /// directory; else the directory.
  std::string subject;
  /// -o
  std::string output;
  std::string shard = "1/1";
  /// all, quantiles, or empty: as planned.
  std::string keep;
  std::string most_disk;
  std::string most_memory;
  /// Of `analyse`: see `AnalysisOrder`.
  std::vector<std::string> outcomes;
  std::vector<std::string> objectives;
  /// Of `analyse`: where its JSON goes as well: a file, "-" for stdout, empty for nowhere.
  std::string json_place;
  std::optional<std::uint32_t> threads;
  std::optional<std::uint32_t> point;
  std::optional<std::uint32_t> replicate;
  std::optional<std::uint32_t> cpus;
  std::optional<std::uint32_t> minutes;
  std::optional<std::uint32_t> tasks;
  std::optional<std::uint32_t> tasks_at_once;
  bool json = false;
  bool fails_fast = false;
  bool retries_failed = false;
  bool is_partial = false;
  bool verify = false;
  bool overwrite = false;
  bool quiet = false;
  /// The command line as it was given, the program's name first.
  std::vector<std::string> words;
};

struct BatchCommand {
  std::string scenario;
  std::optional<std::uint32_t> threads;
  bool from_stdin = false;
};

struct ExportCommand {
  /// Directory of a run or comparison.
  std::string directory;
  /// The workbook; empty: tables.xlsx in the directory, unless CSV files are wanted.
  std::string workbook;
  /// Folder of CSV files; empty: none.
  std::string csv_folder;
  /// File of the accounts of mining in IAMC format; empty: none.
  std::string iamc;
  /// What it calls the whole region.
  std::string iamc_region = "Region";
  /// CSV with a byte order mark and CRLF.
  bool is_for_excel = false;
  bool quiet = false;
};

/// `--help` or `--version`: nothing is to be done but to show this.
struct ShownText {
  std::string text;
};

using Command = std::variant<RunCommand, CheckCommand, DescribeCommand, RerunCommand,
                             CompareCommand, TraceCommand, ValidateCommand, CalibrateCommand,
                             ReportCommand, ExportCommand, SweepCommand, BatchCommand, ShownText>;

/// The speech asked for among words, found without any check, so that faults elsewhere can be told
/// in it.
Speech speech_of(std::span<const char* const> words);

/// The command that was given: the program's name, then its arguments. Throws InputError where they
/// make no sense.
Command parse_command_line(std::span<const char* const> words, const Speech& speech);

}  // namespace jtsim::app

namespace jtsim {
template <>
inline constexpr std::array<Label, 9> labels_of<app::Subject>{{
    tr("parameters of a scenario"),
    tr("kinds of policies and their parameters"),
    tr("states of a worker"),
    tr("series of the results file"),
    tr("columns of the workforce"),
    tr("phases of the month"),
    tr("JSON Schema of scenario files"),
    tr("completion script for bash"),
    tr("manual page"),
}};
template <>
inline constexpr std::array<Label, 7> labels_of<app::SweepAction>{{
    tr("lay the points out, estimate time and disk"),
    tr("run what is missing; the same command resumes"),
    tr("tell how far it is"),
    tr("what factors and policies do to the outcomes: tables, JSON, files for SALib and EMA"),
    tr("one file that netCDF reads"),
    tr("one run again, from the merged file alone"),
    tr("write job scripts for Slurm"),
}};
}  // namespace jtsim
