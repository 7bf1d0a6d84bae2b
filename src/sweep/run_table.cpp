// Sums over rows and replicates, in their order.
#include "src/sweep/run_table.hpp"

#include <algorithm>
#include <cmath>

#include "base/error.hpp"
#include "output/no_value.hpp"

namespace jtsim::app {

namespace {

using output::no_value;

std::size_t values_in(std::span<const double> row) {
  return static_cast<std::size_t>(
      std::ranges::count_if(row, [](double value) { return std::isfinite(value); }));
}

double mean_of_row(std::span<const double> row) {
  double sum = 0;
  for (const double value : row) sum += std::isfinite(value) ? value : 0;
  const std::size_t count = values_in(row);
  return count == 0 ? no_value : sum / static_cast<double>(count);
}

/// What hangs on each replicate.
struct Shares {
  /// Its weight in the mean over rows; all of them are 1 together.
  std::vector<double> weights;
  /// What it adds to that mean beyond its weight.
  std::vector<double> parts;
};

Shares shares_of(const RunTable& table, const std::vector<double>& means, std::size_t rows) {
  Shares shares{std::vector<double>(table.replicates, 0), std::vector<double>(table.replicates, 0)};
  for (std::size_t i = 0; i < table.rows(); ++i) {
    const auto row = table.row(i);
    const auto there = static_cast<double>(values_in(row) * rows);
    for (std::size_t r = 0; r < row.size(); ++r) {
      if (!std::isfinite(row[r])) continue;
      shares.weights[r] += 1 / there;
      shares.parts[r] += (row[r] - means[i]) / there;
    }
  }
  return shares;
}

double sum_of_squares(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value * value;
  return sum;
}

/// Replicates of which so much is missing still count as whole, lest one failed run of a sweep of
/// two replicates take all its intervals away.
constexpr double missing_at_most = 0.05;

}  // namespace

std::vector<double> row_means(const RunTable& table) {
  std::vector<double> means;
  means.reserve(table.rows());
  for (std::size_t i = 0; i < table.rows(); ++i) means.push_back(mean_of_row(table.row(i)));
  return means;
}

std::vector<double> group_means(const RunTable& table, std::size_t length) {
  expect(length > 0 && table.rows() % length == 0, "rows come in whole groups");
  std::vector<double> means(table.rows(), no_value);
  for (std::size_t first = 0; first < table.rows(); first += length) {
    std::vector<double> sums(length, 0);
    std::size_t count = 0;
    for (std::size_t r = 0; r < table.replicates; ++r) {
      bool is_whole = true;
      for (std::size_t i = 0; i < length; ++i)
        is_whole = is_whole && std::isfinite(table.row(first + i)[r]);
      if (!is_whole) continue;
      ++count;
      for (std::size_t i = 0; i < length; ++i) sums[i] += table.row(first + i)[r];
    }
    for (std::size_t i = 0; count > 0 && i < length; ++i)
      means[first + i] = sums[i] / static_cast<double>(count);
  }
  return means;
}

MeanOverRows mean_over_rows(const RunTable& table) {
  MeanOverRows all{.mean = no_value, .standard_error = no_value, .share_above = no_value};
  const std::vector<double> means = row_means(table);
  double sum = 0;
  std::size_t above = 0;
  for (std::size_t i = 0; i < means.size(); ++i) {
    if (!std::isfinite(means[i])) continue;
    ++all.rows;
    all.values += values_in(table.row(i));
    sum += means[i];
    above += means[i] > 0 ? 1U : 0U;
  }
  if (all.rows == 0) return all;
  all.mean = sum / static_cast<double>(all.rows);
  all.share_above = static_cast<double>(above) / static_cast<double>(all.rows);
  const Shares shares = shares_of(table, means, all.rows);
  const double n = 1 / sum_of_squares(shares.weights);
  all.replicates = static_cast<std::size_t>(n + missing_at_most);
  if (all.replicates >= 2)
    all.standard_error = std::sqrt(sum_of_squares(shares.parts) * n / (n - 1));
  return all;
}

}  // namespace jtsim::app
