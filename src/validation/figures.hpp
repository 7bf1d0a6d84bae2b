// Figures of many scenarios over the same replicates, simulated side by side.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <stop_token>
#include <string>
#include <vector>

#include "configs/scenario.hpp"
#include "output/axes.hpp"

namespace jtsim::app {

/// Values of one scenario: by figure (an outcome of a run, or one of `measures_of`), then by
/// replicate. What a replicate has no value of is left out.
using Figures = std::map<std::string, std::map<std::uint32_t, double>>;

/// How they are simulated.
struct FigureRuns {
  output::ReplicateRange replicates;
  std::uint32_t threads = 1;
  /// Figures that are kept; empty: all.
  std::set<std::string> wanted = {};
  std::stop_token stop = {};
  /// Called in the calling thread a few times a second with the number of replicates done; may be
  /// empty.
  std::function<void(std::uint64_t done)> look = {};
};

/// What came of one scenario.
struct Measured {
  Figures figures;
  /// Why it could not be simulated (its labour market has no balance); empty if it could.
  std::string refusal;
};

/// One entry per scenario, in their order. Nothing if a stop was requested. What comes out does not
/// depend on the number of threads.
std::optional<std::vector<Measured>> measure(std::span<const configs::Scenario> scenarios,
                                             const FigureRuns& runs);

/// Mean and standard error (0 for a single replicate) of a figure.
struct MeanFigure {
  double mean;
  double standard_error;
};

/// Nothing if no replicate has a value.
std::optional<MeanFigure> mean_of(const Figures& figures, const std::string& name);

}  // namespace jtsim::app
