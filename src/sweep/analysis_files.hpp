// The files of an analysed sweep, written while its outcomes are gone through.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "src/sweep/analyse.hpp"

namespace jtsim::app {

/// Writes into one folder:
///   analysis.json                 as `analysis_json`
///   points.csv, drivers.csv, policies.csv, pareto.csv   as the tables of analysis_tables.hpp
///   salib/problem.json, salib/<policy>/X.csv, salib/<policy>/Y.csv   for SALib
///   ema.tar.gz                    for `load_results` of the EMA Workbench
/// In memory are the means of all points twice over and the text of one Y.csv, whatever the number
/// of runs. Files have temporary names until `finish`, and vanish without it; analysis.json comes
/// last.
class AnalysisFiles {
 public:
  /// Makes the folder. `plan` outlives the files. Throws StorageError.
  AnalysisFiles(std::filesystem::path folder, const SweepPlan& plan);
  ~AnalysisFiles();
  AnalysisFiles(const AnalysisFiles&) = delete;
  AnalysisFiles& operator=(const AnalysisFiles&) = delete;

  /// Takes the outcomes in their order. Throws StorageError.
  void add(const AnalysedOutcome& outcome);

  /// Rows left out of the matrices for SALib, over all policies. Throws StorageError; then earlier
  /// files may partly be replaced, analysis.json not.
  std::size_t finish(const output::SweepAnalysis& analysis);

 private:
  class Tables;

  std::size_t write_salib();
  void write_ema();

  std::filesystem::path folder_;
  const SweepPlan& plan_;
  std::unique_ptr<Tables> tables_;
  std::vector<std::string> outcomes_;
  /// [policy][outcome][row] and [outcome][point].
  std::vector<std::vector<std::vector<double>>> row_means_;
  std::vector<std::vector<double>> point_means_;
};

}  // namespace jtsim::app
