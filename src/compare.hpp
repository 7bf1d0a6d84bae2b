// Runs a base scenario and policy scenarios in step, replicate by replicate, with the same luck.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <stop_token>
#include <vector>

#include "agents/paired_workers.hpp"
#include "output/comparison.hpp"
#include "output/paired_replicate.hpp"
#include "src/comparability.hpp"
#include "src/model.hpp"
#include "src/progress.hpp"

namespace jtsim::app {

/// One policy scenario beside the base scenario.
struct PolicySide {
  const Model* model;
  /// Its policies that are new or changed, and the same in the base scenario.
  agents::PairedWorkers::Policies changed = {};
};

/// After the last month of a replicate: the worlds in the order base, sides.
using WorldsAtEnd = std::vector<const agents::World*>;

/// Runs one replicate of the base scenario and of every side in step, month by month. A pure
/// function of scenarios and replicate; `look` sees the worlds at their end. Nothing if a stop was
/// requested. The scenarios have one seed, start and end.
std::optional<output::PairedReplicate> run_pair(
    const Model& base, const std::vector<PolicySide>& sides, std::uint32_t replicate,
    const Observation& observation, const std::function<void(const WorldsAtEnd&)>& look);

/// The runs that are compared, the base run first.
struct CompareOrder {
  std::vector<StoredExperiment> experiments;
  output::ReplicateRange replicates;
  std::uint32_t threads = 1;
};

/// Reads the runs and finds what they have in common. Throws InputError where they cannot be
/// compared, StorageError where they cannot be read.
CompareOrder compare_order(const std::filesystem::path& base,
                           const std::vector<std::filesystem::path>& policies);

/// What is compared, by name.
output::ComparisonPlan plan_of(const CompareOrder& order);

/// Months to simulate.
Workload workload_of(const CompareOrder& order);

/// Runs all common replicates into `comparison`; false if a stop was requested. Throws InputError
/// if a run is not what its file says.
bool compare(const CompareOrder& order, output::Comparison& comparison, std::stop_token stop,
             Progress& progress);

}  // namespace jtsim::app
