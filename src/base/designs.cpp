// Points of the unit cube.
#include "base/designs.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

#include <boost/random/sobol.hpp>

#include "base/error.hpp"
#include "base/random.hpp"

namespace jtsim {

namespace {

/// What a dimension is drawn for within a design.
enum class Part : std::uint16_t { coordinate, order, step };

/// Draws of a design are keyed by point or path, part and dimension.
struct Dice {
  Luck luck;

  explicit Dice(std::uint64_t seed) : luck{.seed = seed} {}

  double number(std::size_t point, Part part, std::size_t dimension) const {
    return uniform(luck, Stream::design, static_cast<std::uint32_t>(point),
                   static_cast<std::uint16_t>(part), static_cast<std::uint32_t>(dimension));
  }
  std::uint64_t key(std::size_t point, Part part, std::size_t dimension) const {
    return draw64(luck, Stream::design, static_cast<std::uint32_t>(point),
                  static_cast<std::uint16_t>(part), static_cast<std::uint32_t>(dimension));
  }
};

Design empty_design(std::size_t points, std::size_t dimensions) {
  Design design{.dimensions = dimensions};
  design.coordinates.reserve(points * dimensions);
  return design;
}

/// 0 to `count` - 1 in the order of `key_of(i)`.
std::vector<std::size_t> shuffled(std::size_t count, const auto& key_of) {
  std::vector<std::pair<std::uint64_t, std::size_t>> keyed;
  keyed.reserve(count);
  for (std::size_t i = 0; i < count; ++i) keyed.emplace_back(key_of(i), i);
  std::sort(keyed.begin(), keyed.end());
  std::vector<std::size_t> order;
  order.reserve(count);
  for (const auto& [key, i] : keyed) order.push_back(i);
  return order;
}

/// One path of Morris' design from a random corner that leaves room for all steps.
void add_trajectory(std::size_t path, std::size_t levels, const Dice& dice, Design& design) {
  const std::size_t jump = levels / 2;
  const double last = static_cast<double>(levels - 1);
  std::vector<std::size_t> level(design.dimensions);
  for (std::size_t j = 0; j < design.dimensions; ++j) {
    const double u = dice.number(path, Part::coordinate, j);
    level[j] = static_cast<std::size_t>(u * static_cast<double>(levels));
  }
  const auto note = [&] {
    for (const std::size_t l : level) design.coordinates.push_back(static_cast<double>(l) / last);
  };
  note();
  const auto order =
      shuffled(design.dimensions, [&](std::size_t j) { return dice.key(path, Part::order, j); });
  for (const std::size_t j : order) {
    level[j] = level[j] < jump ? level[j] + jump : level[j] - jump;
    note();
  }
}

/// Whether `point` is `a`, but in dimension j is `b`.
bool is_mixed(std::span<const double> point, std::span<const double> a, std::span<const double> b,
              std::size_t j) {
  for (std::size_t k = 0; k < point.size(); ++k) {
    if (point[k] != (k == j ? b[k] : a[k])) return false;
  }
  return true;
}

/// Whether the steps of a path move every dimension once.
bool is_path(const Design& design, std::size_t first) {
  std::vector<std::size_t> moves(design.dimensions, 0);
  for (std::size_t i = first; i < first + design.dimensions; ++i) {
    std::size_t moved = 0;
    for (std::size_t j = 0; j < design.dimensions; ++j) {
      if (design.point(i)[j] == design.point(i + 1)[j]) continue;
      ++moves[j];
      ++moved;
    }
    if (moved != 1) return false;
  }
  return std::all_of(moves.begin(), moves.end(), [](std::size_t count) { return count == 1; });
}

}  // namespace

Design full_grid(std::span<const std::size_t> levels) {
  std::size_t points = levels.empty() ? 0 : 1;
  for (const std::size_t count : levels) {
    expect(count > 0, "a grid has at least one level in each dimension");
    points *= count;
  }
  Design design = empty_design(points, levels.size());
  for (std::size_t i = 0; i < points; ++i) {
    std::size_t block = points;
    for (const std::size_t count : levels) {
      block /= count;
      const auto level = static_cast<double>(i / block % count);
      design.coordinates.push_back((level + 0.5) / static_cast<double>(count));
    }
  }
  return design;
}

Design random_design(std::size_t points, std::size_t dimensions, std::uint64_t seed) {
  const Dice dice(seed);
  Design design = empty_design(points, dimensions);
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < dimensions; ++j)
      design.coordinates.push_back(dice.number(i, Part::coordinate, j));
  }
  return design;
}

Design latin_hypercube(std::size_t points, std::size_t dimensions, std::uint64_t seed) {
  const Dice dice(seed);
  Design design{.dimensions = dimensions};
  design.coordinates.resize(points * dimensions);
  for (std::size_t j = 0; j < dimensions; ++j) {
    const auto cells = shuffled(points, [&](std::size_t i) { return dice.key(i, Part::order, j); });
    for (std::size_t i = 0; i < points; ++i) {
      const double within = dice.number(i, Part::coordinate, j);
      design.coordinates[i * dimensions + j] =
          (static_cast<double>(cells[i]) + within) / static_cast<double>(points);
    }
  }
  return design;
}

Design sobol_points(std::size_t points, std::size_t dimensions, std::uint64_t seed) {
  expect(dimensions > 0 && dimensions <= most_sobol_dimensions,
         "Sobol's sequence has 1 to 3667 dimensions");
  constexpr int dropped_bits = 32;
  std::vector<std::uint32_t> shift(dimensions, 0);
  if (seed != 0) {
    const Dice dice(seed);
    for (std::size_t j = 0; j < dimensions; ++j)
      shift[j] = static_cast<std::uint32_t>(dice.key(0, Part::step, j) >> dropped_bits);
  }
  boost::random::sobol engine(dimensions);
  Design design = empty_design(points, dimensions);
  for (std::size_t i = 0; i < points; ++i) {
    for (std::size_t j = 0; j < dimensions; ++j) {
      const std::uint64_t word = i == 0 ? 0 : engine();
      design.coordinates.push_back(
          unit_interval(static_cast<std::uint32_t>(word >> dropped_bits) ^ shift[j]));
    }
  }
  return design;
}

Design saltelli_design(std::size_t base_points, std::size_t dimensions, std::uint64_t seed) {
  const Design both = sobol_points(base_points, 2 * dimensions, seed);
  Design design = empty_design(base_points * saltelli_block(dimensions), dimensions);
  auto& out = design.coordinates;
  for (std::size_t i = 0; i < base_points; ++i) {
    const auto a = both.point(i).first(dimensions);
    const auto b = both.point(i).last(dimensions);
    out.insert(out.end(), a.begin(), a.end());
    for (std::size_t j = 0; j < dimensions; ++j) {
      out.insert(out.end(), a.begin(), a.end());
      out[out.size() - dimensions + j] = b[j];
    }
    out.insert(out.end(), b.begin(), b.end());
  }
  return design;
}

Design morris_design(std::size_t trajectories, std::size_t dimensions, std::uint64_t seed,
                     std::size_t levels) {
  expect(levels >= 2 && levels % 2 == 0, "Morris' grid has an even number of levels");
  const Dice dice(seed);
  Design design = empty_design(trajectories * (dimensions + 1), dimensions);
  for (std::size_t path = 0; path < trajectories; ++path)
    add_trajectory(path, levels, dice, design);
  return design;
}

bool is_saltelli(const Design& design) {
  const std::size_t length = saltelli_block(design.dimensions);
  if (design.points() == 0 || design.points() % length != 0) return false;
  for (std::size_t first = 0; first < design.points(); first += length) {
    const auto a = design.point(first);
    const auto b = design.point(first + length - 1);
    for (std::size_t j = 0; j < design.dimensions; ++j) {
      if (!is_mixed(design.point(first + j + 1), a, b, j)) return false;
    }
  }
  return true;
}

bool is_morris(const Design& design) {
  const std::size_t length = design.dimensions + 1;
  if (design.points() == 0 || design.points() % length != 0) return false;
  for (std::size_t first = 0; first < design.points(); first += length) {
    if (!is_path(design, first)) return false;
  }
  return true;
}

}  // namespace jtsim
