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

/// What each replicate adds to the mean over the rows with two values and more, beyond its share.
std::vector<double> deviations(const RunTable& table, const std::vector<double>& means) {
  std::vector<double> sums(table.replicates, 0);
  std::vector<bool> is_there(table.replicates, false);
  double rows = 0;
  for (std::size_t i = 0; i < table.rows(); ++i) {
    const auto row = table.row(i);
    const std::size_t count = values_in(row);
    if (count < 2) continue;
    rows += 1;
    for (std::size_t r = 0; r < row.size(); ++r) {
      if (!std::isfinite(row[r])) continue;
      sums[r] += (row[r] - means[i]) / static_cast<double>(count);
      is_there[r] = true;
    }
  }
  std::vector<double> found;
  for (std::size_t r = 0; r < sums.size(); ++r) {
    if (is_there[r]) found.push_back(sums[r] / rows);
  }
  return found;
}

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
  const std::vector<double> parts = deviations(table, means);
  all.replicates = parts.size();
  if (parts.size() < 2) return all;
  double squares = 0;
  for (const double part : parts) squares += part * part;
  const auto n = static_cast<double>(parts.size());
  all.standard_error = std::sqrt(squares * n / (n - 1));
  return all;
}

}  // namespace jtsim::app
