// Which stored runs can be compared, and why not.
#pragma once

#include <filesystem>
#include <vector>

#include "configs/scenario.hpp"
#include "output/results_reader.hpp"
#include "output/stored_totals.hpp"

namespace jtsim::app {

/// A stored run with the scenario it was computed from.
struct StoredExperiment {
  std::filesystem::path directory;
  /// Its results file, for messages.
  std::filesystem::path results;
  output::StoredRun stored;
  configs::Scenario scenario;
  output::StoredTotals totals;
};

/// Reads results.h5 of a run directory (or that file itself) and the scenario inside it. Throws
/// InputError if it is not one of ours or of a kind that has no policies; StorageError.
StoredExperiment read_experiment(const std::filesystem::path& path);

/// Replicates that all of them have, at least two. Throws InputError if there are fewer.
output::ReplicateRange common_replicates(const std::vector<StoredExperiment>& experiments);

/// Throws InputError with every reason why `policy` cannot be compared with `base`: another seed,
/// start, end or price year, other random streams, other leagues, ethnicities, occupations or
/// mines, another workforce at the start of `replicate`.
void require_comparable(const StoredExperiment& base, const StoredExperiment& policy,
                        std::uint32_t replicate);

/// Throws InputError if a world after its last month is not the stored replicate: this program
/// computes other numbers than the one that wrote the file.
void require_reproduced(const StoredExperiment& experiment, const agents::World& world);

}  // namespace jtsim::app
