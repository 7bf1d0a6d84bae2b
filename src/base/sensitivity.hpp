// What inputs do to a result: Sobol indices, Morris' elementary effects, rank correlation.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "base/designs.hpp"

namespace jtsim {

/// A share of the variance with its standard error.
struct SobolIndex {
  double value = 0;
  /// By linearisation over independent base points; an upper bound in practice for Sobol points.
  double standard_error = 0;
};

/// Of one dimension: what it explains alone, and with all its interactions.
struct SobolIndices {
  SobolIndex first;
  SobolIndex total;
};

/// By Jansen's estimators (Jansen 1999, doi 10.1016/S0010-4655(98)00154-4; Saltelli et al. 2010,
/// table 2) from `results` at the points of `saltelli_design(n, dimensions)`, in its order. A base
/// point with a result that is not finite is left out with its whole block. NaN where the results
/// do not vary or fewer than two base points remain.
std::vector<SobolIndices> sobol_indices(std::size_t dimensions, std::span<const double> results);

/// Of one dimension, over the paths of `morris_design`; effects are per unit of the cube.
struct ElementaryEffects {
  /// Mean: the direction.
  double mu = 0;
  /// Mean of absolute values: the strength.
  double mu_star = 0;
  /// Standard deviation: curvature and interactions. NaN for a single path.
  double sigma = 0;
  /// Paths that gave an effect.
  std::size_t paths = 0;
};

/// From `results` at the points of `design`. Steps from or to a result that is not finite give no
/// effect; NaN where none is left.
std::vector<ElementaryEffects> elementary_effects(const Design& design,
                                                  std::span<const double> results);

/// Ranks counted from 0; equal values share their mean rank. All values are finite.
std::vector<double> ranks_of(std::span<const double> values);

/// Pearson's coefficient of two lists of one length; NaN if one is constant or has fewer than two
/// values.
double correlation_of(std::span<const double> a, std::span<const double> b);

/// Spearman's coefficient; equal values share their mean rank. NaN if one side is constant or has
/// fewer than two values. Both have one length, and all values are finite.
double rank_correlation(std::span<const double> a, std::span<const double> b);

}  // namespace jtsim
