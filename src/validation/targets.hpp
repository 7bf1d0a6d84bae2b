// The targets of a table against runs of the scenarios they name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "configs/scenario.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// A row of `configs/checks/targets.csv`.
struct Target {
  Finding row;
  /// A scenario file under the folder of the table's scenarios, then what is set on top of it, with
  /// blanks between; empty: not measured.
  std::string scenario;
  /// A second scenario, written behind `relative to`: the value is the figure in the first over
  /// that in this one, less 1, replicate by replicate.
  std::string relative_to;
  std::string outcome;
  /// What the evidence says.
  double evidence = 0;
};

/// Reads the table of targets `file`, relative to the folder `configs`. Throws InputError with
/// everything that is wrong.
std::vector<Target> read_targets(const std::filesystem::path& configs, const std::string& file);

/// The scenario of a target: `words` as in `Target::scenario`, and `more` set on top of them.
configs::Scenario load_target_scenario(const std::filesystem::path& configs,
                                       const std::string& words,
                                       const std::vector<std::string>& more = {});

/// How scenarios are run.
struct TargetRuns {
  std::filesystem::path configs;
  std::uint32_t replicates = 1;
  std::uint32_t threads = 1;
  /// Called before each scenario with what is run.
  std::function<void(const std::string& scenario)> tell;
};

/// The rows of the targets in their order, each scenario run once for all that name it.
Findings measure_targets(std::vector<Target> targets, const TargetRuns& runs);

}  // namespace jtsim::app
