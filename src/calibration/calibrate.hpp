// Fits free parameters to targets by simulated moments, with common random numbers.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "src/calibration/plan.hpp"
#include "src/calibration/trace_file.hpp"

namespace jtsim::app {

/// The objective is the sum over targets of ((mean - evidence) / s)^2, s half the accepted range
/// over `normal_90`, plus `prior_weight` x the squared distances from the values in force in units
/// of a plausible range's standard deviation.
inline constexpr double normal_90 = 1.6448536269514722;

/// A free parameter after the fit.
struct FittedParameter {
  configs::Factor factor;
  double before = 0;
  double value = 0;
  /// 90 % interval by the slopes of the targets at the fit, cut off at the plausible range.
  Interval interval{0, 0};
  /// Standard deviation over that of the plausible range: near 1 the targets say nothing.
  double uncertainty_left = 1;
};

/// What a calibration came to.
struct Fit {
  std::vector<FittedParameter> parameters;
  Evaluation before;
  Evaluation fitted;
  /// The fit with replicates it has not seen.
  Evaluation check;
  std::size_t evaluations = 0;
};

/// How it is run, and who watches.
struct CalibrationWatch {
  std::uint32_t threads = 1;
  std::stop_token stop;
  /// Called after each evaluation that was simulated, with the best so far.
  std::function<void(const Evaluation& last, const Evaluation& best)> tell;
};

/// Points in turn: the values in force; a Latin hypercube; a derivative-free search (BOBYQA of
/// NLopt; Powell 2009) from the best of them; slopes around the fit; the fit with fresh replicates.
/// All but the last use the same replicates, so that two points differ by their parameters alone.
/// Whatever stands in the trace is not simulated again. Nothing if a stop was requested.
std::optional<Fit> calibrate(const CalibrationPlan& plan, TraceFile& trace,
                             const CalibrationWatch& watch);

}  // namespace jtsim::app
