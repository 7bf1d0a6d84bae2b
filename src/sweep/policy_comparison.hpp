// Policies of a sweep against each other: paired differences, and which of them no other beats.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "output/sweep_analysis.hpp"
#include "src/sweep/run_table.hpp"

namespace jtsim::app {

/// A policy against the base at the same rows and replicates; neither outcome nor policy is set.
output::PolicyContrast contrast(const RunTable& base, const RunTable& policy);

/// Which of some choices no other beats: none is at least as good in every objective and better in
/// one. `values` are [choice][objective]; a choice with a NaN is not efficient and beats none.
std::vector<bool> efficient(const std::vector<std::vector<double>>& values,
                            const std::vector<output::Objective>& objectives);

/// All policies by all objectives.
struct ParetoComparison {
  std::vector<output::ParetoPolicy> policies;
  /// Rows that count.
  std::size_t rows = 0;
};

/// `tables` are [objective][policy], all of one shape; a policy without any value does not keep
/// rows and replicates from counting.
ParetoComparison compare_policies(const std::vector<std::vector<RunTable>>& tables,
                                  const std::vector<output::Objective>& objectives);

}  // namespace jtsim::app
