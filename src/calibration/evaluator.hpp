// Simulates points of a calibration, many at a time, unless the trace knows them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "src/calibration/calibrate.hpp"

namespace jtsim::app {

/// Ends a search from inside; never leaves `calibrate`.
struct SearchStopped {};

class Evaluator {
 public:
  Evaluator(const CalibrationPlan& plan, TraceFile& trace, const CalibrationWatch& watch)
      : plan_(plan), trace_(trace), watch_(watch) {}

  /// The evaluations of the points, in their order. Throws SearchStopped if a stop was requested.
  std::vector<Evaluation> evaluate(const std::vector<std::vector<double>>& points,
                                   const std::string& stage, output::ReplicateRange replicates);

  /// Lowest objective so far; there has been one.
  const Evaluation& best() const { return *best_; }

 private:
  void simulate(const std::vector<std::vector<double>>& points, const std::string& stage,
                output::ReplicateRange replicates);
  void note(Evaluation evaluation);
  void keep_if_best(const Evaluation& evaluation);
  double objective_of(const Evaluation& evaluation) const;

  const CalibrationPlan& plan_;
  TraceFile& trace_;
  const CalibrationWatch& watch_;
  std::optional<Evaluation> best_;
};

/// The standard deviation that the accepted range of a target stands for.
double spread_of(const Target& target);

}  // namespace jtsim::app
