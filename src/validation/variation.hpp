// How a figure varies over draws of parameters, and how much of that is luck.
#pragma once

#include <cstddef>
#include <vector>

namespace jtsim::app {

/// Value of a figure by draw and replicate; NaN where there is none.
using DrawTable = std::vector<std::vector<double>>;

/// How a figure varies over the draws.
struct Variation {
  /// Draws that have a value.
  std::size_t draws = 0;
  double q10 = 0;
  double q50 = 0;
  double q90 = 0;
  /// Standard deviations: of the expected figure over the draws, and of a single replicate around
  /// it. The first is what is left of the variance of the draws' means after that of luck.
  double by_parameters = 0;
  double by_luck = 0;
};

/// Mean over replicates of each draw.
std::vector<double> means_of(const DrawTable& table);

/// Over the draws that have a value for every replicate; all of them have equally many.
Variation variation_of(const DrawTable& table);

}  // namespace jtsim::app
