// Estimators over the points of designs.
#include "base/sensitivity.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/error.hpp"
#include "base/moments.hpp"

namespace jtsim {

namespace {

constexpr double not_defined = std::numeric_limits<double>::quiet_NaN();

/// Sum of squared distances from `centre`.
double scatter(std::span<const double> values, double centre) {
  double sum = 0;
  for (const double value : values) sum += (value - centre) * (value - centre);
  return sum;
}

/// Half the squared difference, in which Jansen's estimators are written.
double half_square(double a, double b) { return (a - b) * (a - b) / 2; }

/// The results of complete blocks: every base point with its `saltelli_block` results.
std::vector<std::span<const double>> complete_blocks(std::size_t length,
                                                     std::span<const double> results) {
  std::vector<std::span<const double>> blocks;
  for (std::size_t begin = 0; begin + length <= results.size(); begin += length) {
    const auto block = results.subspan(begin, length);
    if (std::all_of(block.begin(), block.end(), [](double y) { return std::isfinite(y); }))
      blocks.push_back(block);
  }
  return blocks;
}

/// What each base point says of the variance, from its A and its B.
std::vector<double> variance_parts(const std::vector<std::span<const double>>& blocks) {
  if (blocks.empty()) return {};
  double sum = 0;
  for (const auto& block : blocks) sum += block.front() + block.back();
  const double centre = sum / static_cast<double>(2 * blocks.size());
  std::vector<double> parts;
  parts.reserve(blocks.size());
  for (const auto& block : blocks)
    parts.push_back(half_square(block.front(), centre) + half_square(block.back(), centre));
  return parts;
}

/// mean(part) / mean(whole) and its standard error by linearisation.
SobolIndex ratio(const std::vector<double>& part, const std::vector<double>& whole) {
  if (part.size() < 2) return {not_defined, not_defined};
  const auto n = static_cast<double>(part.size());
  const double variance = mean_of(whole);
  if (!(variance > 0)) return {not_defined, not_defined};
  const double value = mean_of(part) / variance;
  double sum = 0;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const double influence = (part[i] - value * whole[i]) / variance;
    sum += influence * influence;
  }
  return {value, std::sqrt(sum / (n * (n - 1)))};
}

/// Positions of the values from the smallest to the largest.
std::vector<std::size_t> ascending(std::span<const double> values) {
  std::vector<std::size_t> order(values.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(), [&](std::size_t i, std::size_t k) {
    return values[i] != values[k] ? values[i] < values[k] : i < k;
  });
  return order;
}

/// The dimension in which two points of a path differ.
std::size_t moved_dimension(std::span<const double> from, std::span<const double> to) {
  const auto differs = std::mismatch(from.begin(), from.end(), to.begin());
  expect(differs.first != from.end(), "each step of a path moves one dimension");
  return static_cast<std::size_t>(differs.first - from.begin());
}

ElementaryEffects summed_up(const std::vector<double>& effects) {
  ElementaryEffects all{not_defined, not_defined, not_defined, effects.size()};
  if (effects.empty()) return all;
  const auto n = static_cast<double>(effects.size());
  all.mu = mean_of(effects);
  all.mu_star = 0;
  for (const double effect : effects) all.mu_star += std::fabs(effect) / n;
  if (effects.size() > 1) all.sigma = std::sqrt(scatter(effects, all.mu) / (n - 1));
  return all;
}

}  // namespace

std::vector<SobolIndices> sobol_indices(std::size_t dimensions, std::span<const double> results) {
  const std::size_t length = saltelli_block(dimensions);
  expect(results.size() % length == 0, "results come in whole blocks of Saltelli's scheme");
  const auto blocks = complete_blocks(length, results);
  const std::vector<double> variance = variance_parts(blocks);
  std::vector<SobolIndices> indices(dimensions);
  std::vector<double> total(blocks.size());
  std::vector<double> first(blocks.size());
  for (std::size_t j = 0; j < dimensions; ++j) {
    for (std::size_t i = 0; i < blocks.size(); ++i) {
      const double mixed = blocks[i][j + 1];
      total[i] = half_square(blocks[i].front(), mixed);
      first[i] = variance[i] - half_square(blocks[i].back(), mixed);
    }
    indices[j] = {ratio(first, variance), ratio(total, variance)};
  }
  return indices;
}

std::vector<ElementaryEffects> elementary_effects(const Design& design,
                                                  std::span<const double> results) {
  const std::size_t path = design.dimensions + 1;
  expect(results.size() == design.points() && results.size() % path == 0,
         "results come in whole paths of Morris' design");
  std::vector<std::vector<double>> effects(design.dimensions);
  for (std::size_t i = 1; i < results.size(); ++i) {
    const double change = results[i] - results[i - 1];
    if (i % path == 0 || !std::isfinite(change)) continue;
    const auto from = design.point(i - 1);
    const auto to = design.point(i);
    const std::size_t j = moved_dimension(from, to);
    effects[j].push_back(change / (to[j] - from[j]));
  }
  std::vector<ElementaryEffects> all;
  for (const auto& list : effects) all.push_back(summed_up(list));
  return all;
}

std::vector<double> ranks_of(std::span<const double> values) {
  const std::vector<std::size_t> order = ascending(values);
  std::vector<double> ranked(values.size());
  for (std::size_t begin = 0; begin < order.size();) {
    std::size_t end = begin + 1;
    while (end < order.size() && values[order[end]] == values[order[begin]]) ++end;
    for (std::size_t k = begin; k < end; ++k)
      ranked[order[k]] = static_cast<double>(begin + end - 1) / 2;
    begin = end;
  }
  return ranked;
}

double correlation_of(std::span<const double> a, std::span<const double> b) {
  expect(a.size() == b.size(), "both sides of a correlation have one length");
  if (a.size() < 2) return not_defined;
  const double mean_a = mean_of(a);
  const double mean_b = mean_of(b);
  double together = 0;
  for (std::size_t i = 0; i < a.size(); ++i) together += (a[i] - mean_a) * (b[i] - mean_b);
  const double alone = std::sqrt(scatter(a, mean_a) * scatter(b, mean_b));
  return alone > 0 ? together / alone : not_defined;
}

double rank_correlation(std::span<const double> a, std::span<const double> b) {
  return correlation_of(ranks_of(a), ranks_of(b));
}

}  // namespace jtsim
