// comparison.h5: every paired outcome of every replicate, and its statistics.
#pragma once

#include <filesystem>

#include "output/comparison.hpp"

namespace jtsim::output {

/// Writes `<path>.part`, netCDF-4 readable, with the dimensions policy_run, outcome, measure, cost,
/// group, group_outcome, year, replicate. Throws StorageError, and then leaves nothing.
void write_comparison(const std::filesystem::path& path, const Comparison& comparison,
                      const std::vector<SideStatistics>& all);

}  // namespace jtsim::output
