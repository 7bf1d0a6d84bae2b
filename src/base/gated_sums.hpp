// Sums over one side of a matrix of what passes a gate: the inner loop of a choice among many
// alternatives.
#pragma once

#include <cstddef>
#include <span>

#include "base/vector_level.hpp"

namespace jtsim {

/// Columns are summed so many at a time; matrices are padded to a multiple of it.
inline constexpr std::size_t gated_columns = 8;

/// `count` rounded up to a whole number of column groups.
constexpr std::size_t padded_columns(std::size_t count) {
  return (count + gated_columns - 1) / gated_columns * gated_columns;
}

/// Two matrices in row order with one row for each factor, and what lets an element pass.
struct GatedMatrix {
  std::span<const double> values;
  std::span<const double> gates;
  /// An element passes if its gate times `scale` is at least `least`.
  double scale;
  double least;
};

/// sums[j] = sum over i, ascending, of factors[i] * values[i][j] where the element passes; bit for
/// bit at every level. `sums` has a multiple of `gated_columns` elements, both matrices
/// factors.size() * sums.size().
void gated_sums(const GatedMatrix& matrix, std::span<const double> factors, std::span<double> sums,
                VectorLevel level = best_vector_level());

}  // namespace jtsim
