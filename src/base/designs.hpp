// Designs of experiments: lists of points in the unit cube, each a function of its seed.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace jtsim {

/// Points of the unit cube, one after the other; every coordinate lies in [0, 1].
struct Design {
  std::size_t dimensions = 0;
  /// `dimensions` coordinates per point.
  std::vector<double> coordinates = {};

  std::size_t points() const { return dimensions == 0 ? 0 : coordinates.size() / dimensions; }
  std::span<const double> point(std::size_t i) const {
    return std::span(coordinates).subspan(i * dimensions, dimensions);
  }
};

/// Dimensions that `sobol_points` can have; `saltelli_design` has half of them.
inline constexpr std::size_t most_sobol_dimensions = 3667;

/// All combinations of `levels[j]` > 0 equally wide cells of dimension j, each at its middle; the
/// last dimension changes fastest.
Design full_grid(std::span<const std::size_t> levels);

/// Independent uniform points; coordinates lie inside (0, 1).
Design random_design(std::size_t points, std::size_t dimensions, std::uint64_t seed);

/// In each dimension exactly one point in each of `points` equally wide cells, anywhere in it.
Design latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t seed);

/// The first points of Sobol's sequence (boost::random::sobol, with the point zero that it skips),
/// each in the middle of a cell of width 2^-32. Powers of two are balanced best. A seed other than
/// 0 moves all points by one random digital shift, which keeps the balance.
Design sobol_points(std::size_t points, std::size_t dimensions, std::uint64_t seed = 0);

/// Points of Saltelli's scheme per base point: A, for each dimension A with that coordinate of B,
/// and B.
constexpr std::size_t saltelli_block(std::size_t dimensions) { return dimensions + 2; }

/// `base_points` blocks of `saltelli_block` points; A and B are halves of Sobol points (Saltelli et
/// al. 2010, doi 10.1016/j.cpc.2009.09.018). For `sobol_indices`.
Design saltelli_design(std::size_t base_points, std::size_t dimensions, std::uint64_t seed = 0);

/// Whether points come in blocks A, A with one coordinate of B each, B.
bool is_saltelli(const Design& design);

/// Paths through the grid {0, 1/(levels-1), ..., 1}: each has `dimensions` + 1 points and moves
/// every dimension once, in random order, by levels / (2 (levels - 1)) (Morris 1991, Technometrics
/// 33, 161-174). `levels` is even. For `elementary_effects`.
Design morris_design(std::size_t trajectories, std::size_t dimensions, std::uint64_t seed,
                     std::size_t levels = 4);

/// Whether points come in paths of `dimensions` + 1 that move every dimension once.
bool is_morris(const Design& design);

}  // namespace jtsim
