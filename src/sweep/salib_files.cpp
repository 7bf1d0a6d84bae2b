// Follows SALib 1.4 and 1.5: its Saltelli blocks are A, A with one coordinate of B each, B as ours
// are, its Morris trajectories follow each other.
#include "src/sweep/salib_files.hpp"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

#include "base/error.hpp"
#include "configs/factors.hpp"
#include "output/tables/csv_tables.hpp"
#include "src/sweep/drivers.hpp"

namespace jtsim::app {

namespace {

using Json = nlohmann::ordered_json;

bool is_list(const SweepPlan& plan, std::size_t factor) {
  return plan.factors[factor].distribution == identifier(configs::Distribution::list);
}

/// Positions in a list, by the order of its entries in the unit cube.
std::vector<double> list_positions(const SweepPlan& plan, std::size_t factor) {
  std::vector<double> firsts;
  std::vector<std::string> texts;
  std::vector<std::size_t> numbers;
  for (std::size_t row = 0; row < plan.rows(); ++row) {
    const std::string& text = plan.values[row][factor];
    const double unit = plan.unit_design.point(row)[factor];
    const auto at = static_cast<std::size_t>(std::ranges::find(texts, text) - texts.begin());
    numbers.push_back(at);
    if (at == texts.size()) {
      texts.push_back(text);
      firsts.push_back(unit);
    }
    firsts[at] = std::min(firsts[at], unit);
  }
  std::vector<double> positions;
  for (const std::size_t number : numbers) {
    positions.push_back(static_cast<double>(
        std::ranges::count_if(firsts, [&](double first) { return first < firsts[number]; })));
  }
  return positions;
}

std::vector<double> column_of(const SweepPlan& plan, std::size_t factor) {
  if (is_list(plan, factor) && plan.unit_design.points() > 0) return list_positions(plan, factor);
  return factor_column(plan, factor).values;
}

/// Numbers of a distribution beside its bounds, which plans of earlier versions lack.
void require_shape(const PlannedFactor& factor) {
  const bool is_triangular = factor.distribution == identifier(configs::Distribution::triangular);
  const bool is_normal = factor.distribution == identifier(configs::Distribution::normal);
  if (factor.shape.size() == (is_triangular ? 1U : is_normal ? 2U : 0U)) return;
  throw InputError(
      Problem{{},
              factor.path,
              tr("the plan does not say what shape its distribution has: an earlier jtsim made it"),
              tr("`jtsim sweep merge`, `report` and `export` do without")});
}

/// What SALib knows of a factor.
struct Spread {
  std::string distribution = "unif";
  std::vector<double> bounds;
};

Spread spread_of(const SweepPlan& plan, std::size_t j) {
  const PlannedFactor& factor = plan.factors[j];
  require_shape(factor);
  Spread spread{"unif", {factor.low, factor.high}};
  if (is_list(plan, j)) {
    const std::vector<double> column = column_of(plan, j);
    const auto [low, high] = std::ranges::minmax(column);
    spread.bounds = {low, high > low ? high : low + 1};
  } else if (factor.distribution == identifier(configs::Distribution::log_uniform)) {
    spread.distribution = "logunif";
  } else if (factor.shape.size() == 1) {
    spread.distribution = "triang";
    spread.bounds.push_back((factor.shape[0] - factor.low) / (factor.high - factor.low));
  } else if (factor.shape.size() == 2) {
    spread.distribution = "truncnorm";
    spread.bounds.insert(spread.bounds.end(), factor.shape.begin(), factor.shape.end());
  }
  return spread;
}

bool has_results(const std::vector<std::vector<double>>& means, std::size_t row) {
  return std::ranges::any_of(means,
                             [&](const std::vector<double>& of) { return std::isfinite(of[row]); });
}

template <class Column>
void add_line(const std::vector<Column>& columns, std::size_t row, std::string& text) {
  for (std::size_t k = 0; k < columns.size(); ++k) {
    if (k > 0) text += ',';
    text += output::csv_number(columns[k][row]);
  }
  text += '\n';
}

}  // namespace

std::string salib_problem(const SweepPlan& plan, const std::vector<std::string>& outputs) {
  Json names = Json::array();
  Json bounds = Json::array();
  Json dists = Json::array();
  bool is_uniform = true;
  for (std::size_t j = 0; j < plan.factors.size(); ++j) {
    const Spread spread = spread_of(plan, j);
    names.push_back(plan.factors[j].path);
    bounds.push_back(spread.bounds);
    dists.push_back(spread.distribution);
    is_uniform = is_uniform && spread.distribution == "unif";
  }
  Json problem{{"num_vars", plan.factors.size()}, {"names", names}, {"bounds", bounds}};
  if (!is_uniform) problem["dists"] = dists;
  problem["outputs"] = outputs;
  return problem.dump(1) + "\n";
}

SalibMatrices salib_matrices(const SweepPlan& plan, const std::vector<std::vector<double>>& means) {
  std::vector<std::vector<double>> columns;
  for (std::size_t j = 0; j < plan.factors.size(); ++j) columns.push_back(column_of(plan, j));
  SalibMatrices matrices;
  const std::size_t length = group_length(plan);
  for (std::size_t first = 0; first < plan.rows(); first += length) {
    bool is_whole = true;
    for (std::size_t row = first; row < first + length; ++row)
      is_whole = is_whole && has_results(means, row);
    if (!is_whole) {
      matrices.rows_left_out += length;
      continue;
    }
    for (std::size_t row = first; row < first + length; ++row) {
      add_line(columns, row, matrices.x);
      add_line(means, row, matrices.y);
    }
  }
  return matrices;
}

}  // namespace jtsim::app
