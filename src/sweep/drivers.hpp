// What each factor of a sweep does to an outcome: indices, correlations, bars of a tornado.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "output/sweep_analysis.hpp"
#include "src/sweep/plan.hpp"
#include "src/sweep/run_table.hpp"

namespace jtsim::app {

/// The values of a factor over the rows of a design.
struct FactorColumn {
  /// Of texts the position of each in `texts`.
  std::vector<double> values;
  /// By first appearance; empty for numbers.
  std::vector<std::string> texts;

  bool is_text() const { return !texts.empty(); }
};

/// A factor's values; numbers if all of them are.
FactorColumn factor_column(const SweepPlan& plan, std::size_t factor);

/// Rows that follow each other and belong together in the design: blocks of Saltelli's scheme,
/// paths of Morris's; 1 where each row stands alone.
std::size_t group_length(const SweepPlan& plan);

/// Ends of a bar of the tornado (see `FactorInfluence`) over the rows that have an outcome.
struct Bar {
  double at_low = 0;
  double at_high = 0;
};
Bar tornado_bar(const FactorColumn& factor, std::span<const double> outcomes);

/// The factors of a plan, ready to be asked about any outcome from any thread.
class Drivers {
 public:
  /// `plan` outlives them. Throws LogicFault where the points are not in the order of their design.
  explicit Drivers(const SweepPlan& plan);

  /// Means of rows as the indices of the design want them.
  std::vector<double> means_of(const RunTable& table) const;

  /// By factor, from means of rows; neither outcome nor policy is set.
  std::vector<output::FactorInfluence> influences(std::span<const double> means) const;

 private:
  double rank_correlation_with(std::size_t factor, std::span<const double> outcomes) const;

  const SweepPlan& plan_;
  std::vector<FactorColumn> factors_;
  /// By factor, over all rows.
  std::vector<std::vector<double>> ranks_;
};

}  // namespace jtsim::app
