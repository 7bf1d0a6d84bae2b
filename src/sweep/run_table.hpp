// One outcome of all runs of one policy, and means over its replicates and rows.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace jtsim::app {

/// A view of values [row][replicate]; NaN where there is none.
struct RunTable {
  std::size_t replicates = 0;
  std::span<const double> values;

  std::size_t rows() const { return replicates == 0 ? 0 : values.size() / replicates; }
  std::span<const double> row(std::size_t i) const {
    return values.subspan(i * replicates, replicates);
  }
};

/// Mean of each row over the replicates that it has; NaN without any.
std::vector<double> row_means(const RunTable& table);

/// The same in groups of `length` rows, over the replicates that all rows of a group have. The
/// number of rows is a multiple of `length`.
std::vector<double> group_means(const RunTable& table, std::size_t length);

/// Mean over rows of their means; each row counts the same. NaN where there is nothing.
struct MeanOverRows {
  /// Rows with a value, and values in all.
  std::size_t rows = 0;
  std::size_t values = 0;
  double mean = 0;
  /// Over replicates, which are independent of each other while the rows of one need not be: by
  /// linearisation. If all rows have all replicates it is the standard error of the mean of the
  /// replicates' means over rows. NaN with fewer than two replicates.
  double standard_error = 0;
  /// How many replicates that rests on: whole ones that say as much as those that are there, by
  /// Kish's effective size 1 / (sum of squared weights) (L. Kish 1965, Survey Sampling, section
  /// 11.7), rounded down. One that a few rows have counts for little.
  std::size_t replicates = 0;
  /// Share of rows with a mean above zero.
  double share_above = 0;
};
MeanOverRows mean_over_rows(const RunTable& table);

}  // namespace jtsim::app
