// Runs a scenario into a run directory: the only place that sees both what goes in and what comes
// out.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "agents/life_lines.hpp"
#include "configs/scenario.hpp"
#include "output/run_directory.hpp"
#include "output/summary.hpp"
#include "src/progress.hpp"

namespace jtsim::app {

/// What a run is asked to do.
struct RunOrder {
  /// Folder of the scenario's files, so that the resolved scenario can name them from the run
  /// directory; none: the files are not on disk, and named as the scenario names them.
  std::optional<std::filesystem::path> scenario_folder;
  std::filesystem::path directory;
  output::Existing existing = output::Existing::refuse;
  output::ReplicateRange replicates;
  /// How many of them to simulate, as if the run were stopped then.
  std::uint32_t leading = UINT32_MAX;
  std::uint32_t threads = 1;
  /// Whom to follow in the first replicate, if anybody.
  std::optional<agents::LifeLineChoice> life_lines = std::nullopt;
  /// For run.json.
  std::vector<std::string> command_line;
};

/// Who watches a run.
struct RunWatch {
  std::stop_token stop;
  Progress& progress;
};

/// What a run came to.
struct RunReport {
  output::Axes axes;
  /// Leading replicates in the file: all, or fewer after a stop; with 0 nothing was written.
  std::uint32_t complete = 0;
  /// Nothing was written because a stopped run does not replace a complete one.
  bool earlier_kept = false;
  std::vector<output::NamedStatistics> statistics = {};
  /// Somebody was to be followed, but nobody fits.
  bool followed_nobody = false;
  double seconds = 0;
  /// Of all money.
  int price_year = 0;
};

/// The replicates that a scenario asks for, from number `first` on. Throws InputError where numbers
/// run out.
output::ReplicateRange replicates_of(const configs::Scenario& scenario, std::uint32_t first);

/// How much there is to simulate.
Workload workload_of(const configs::Scenario& scenario, const RunOrder& order);

/// Simulates all replicates and writes the run directory. Throws InputError before anything is
/// written; StorageError when writing fails, which leaves no file half written.
RunReport run(const configs::Scenario& scenario, const RunOrder& order, const RunWatch& watch);

}  // namespace jtsim::app
