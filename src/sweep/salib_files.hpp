// A sweep as SALib reads it: the problem, its points in the order of its samplers, the results.
#pragma once

#include <string>
#include <vector>

#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// problem.json: num_vars, names, bounds, dists unless all are uniform, and the names of `outputs`.
/// A list counts by position in it.
std::string salib_problem(const SweepPlan& plan, const std::vector<std::string>& outputs);

/// Points and results of one policy as matrices without headings.
struct SalibMatrices {
  /// A row for each point: values of factors; of lists the position.
  std::string x;
  /// The same rows: outcomes, in the order of `outputs`; "nan" where there is none.
  std::string y;
  /// Rows left out: of blocks and paths that have no result at all in some row.
  std::size_t rows_left_out = 0;
};

/// `means` are [outcome][row].
SalibMatrices salib_matrices(const SweepPlan& plan, const std::vector<std::vector<double>>& means);

}  // namespace jtsim::app
