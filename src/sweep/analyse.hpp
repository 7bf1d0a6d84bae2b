// What the factors and the policies of a sweep do to its outcomes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>
#include <vector>

#include "output/sweep_analysis.hpp"
#include "src/sweep/plan.hpp"
#include "src/sweep/run_source.hpp"

namespace jtsim::app {

/// What is looked at.
struct AnalysisOrder {
  /// Patterns of outcomes. None: all that the sweep keeps if they are at most
  /// `most_outcomes_unasked`, else those of the objectives.
  std::vector<std::string> outcomes;
  /// "outcome", "name=outcome", or a sum "name=outcome,outcome", with ":more" behind where more is
  /// better. None: cost, unemployment and gap as far as the sweep keeps their outcomes.
  std::vector<std::string> objectives;
  /// After a request to stop what is returned is not whole.
  std::stop_token stop;
  /// Of values that are in memory together. All runs are read as many times as outcomes do not fit
  /// in.
  std::size_t values_bytes = std::size_t{256} << 20;
};

inline constexpr std::size_t most_outcomes_unasked = 200;

/// One outcome, whole.
struct AnalysedOutcome {
  std::string name;
  /// Position in `SweepAnalysis::outcomes`.
  std::size_t position = 0;
  /// By point of the plan.
  std::vector<output::PointFigure> points;
  /// [policy][row]: what the indices of factors rest on; NaN where there is nothing.
  std::vector<std::vector<double>> row_means;
  std::vector<output::FactorInfluence> influences;
  std::vector<output::PolicyContrast> contrasts;
};

/// Gets outcomes one after the other, in their order.
using TakeOutcome = std::function<void(const AnalysedOutcome&)>;

/// The whole analysis, with a copy of each outcome on the way for who writes tables of all points.
/// Memory does not grow with the number of runs unless one outcome alone is large. Throws
/// InputError if no run is done, the sweep keeps no outcomes, or names are unknown.
output::SweepAnalysis analyse(const SweepPlan& plan, const RunSource& source,
                              const AnalysisOrder& order, const TakeOutcome& take = {});

}  // namespace jtsim::app
