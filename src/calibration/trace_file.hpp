// Every point a calibration looked at, on disk as soon as it is known: what a later start goes on
// from.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "output/axes.hpp"
#include "src/calibration/plan.hpp"

namespace jtsim::app {

/// What a point came to.
struct Evaluation {
  /// start, candidate, search, slope or check.
  std::string stage;
  std::vector<double> point;
  /// First replicate, and how many.
  output::ReplicateRange replicates;
  /// Per target of the plan: mean over replicates and its standard error; NaN where there is none.
  std::vector<double> means = {};
  std::vector<double> standard_errors = {};
  /// Lower is better; infinite where a scenario could not be simulated.
  double objective = 0;
  std::string refusal = {};
};

/// `trace.jsonl`: a first line that says which calibration it is, then one line per evaluation.
class TraceFile {
 public:
  /// Reads what is there. Throws InputError if it belongs to another calibration (plan, scenario
  /// or program differ) or is damaged, unless `afresh`; StorageError.
  TraceFile(std::filesystem::path path, const CalibrationPlan& plan, bool afresh);

  /// Adds an evaluation, on disk when this returns. Throws StorageError.
  void add(Evaluation evaluation);

  /// The evaluation of a point with these replicates, or null.
  const Evaluation* find(const std::vector<double>& point, output::ReplicateRange replicates) const;

  /// In the order they were made.
  const std::vector<Evaluation>& all() const { return all_; }
  std::size_t read_from_disk() const { return read_; }

 private:
  std::string key_of(const std::vector<double>& point, output::ReplicateRange replicates) const;
  void read();

  std::filesystem::path path_;
  const CalibrationPlan& plan_;
  std::string text_;
  std::vector<Evaluation> all_;
  std::map<std::string, std::size_t> positions_;
  std::size_t read_ = 0;
};

}  // namespace jtsim::app
