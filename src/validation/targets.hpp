// The targets of a table against runs of the scenarios they name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "src/validation/finding.hpp"

namespace jtsim::app {

/// A row of `configs/checks/targets.csv`.
struct Target {
  Finding row;
  /// A scenario file under the folder of the table's scenarios, then what is set on top of it, with
  /// blanks between; empty: not measured.
  std::string scenario;
  std::string outcome;
};

/// Reads the table of targets `file`, relative to the folder `configs`. Throws InputError with
/// everything that is wrong.
std::vector<Target> read_targets(const std::filesystem::path& configs, const std::string& file);

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
