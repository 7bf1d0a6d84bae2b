// Expected applications by factorised sums, in a fixed order of operations.
#include "agents/applicants.hpp"

#include <array>
#include <numbers>

#include "base/error.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

/// Two matrices in row order, `left` with `inner` columns and `right` with `inner` rows.
struct Product {
  std::span<const double> left;
  std::span<const double> right;
  std::size_t inner;
  std::size_t columns;
};

/// Columns summed at the same time, in registers.
constexpr std::size_t tile = 4;

template <std::size_t Width>
void multiply_columns(const Product& product, std::size_t first, std::span<double> result) {
  const std::size_t rows = product.left.size() / product.inner;
  for (std::size_t row = 0; row < rows; ++row) {
    std::array<double, Width> sum{};
    const double* factor = product.left.data() + row * product.inner;
    const double* line = product.right.data() + first;
    for (std::size_t k = 0; k < product.inner; ++k, line += product.columns) {
      for (std::size_t c = 0; c < Width; ++c) sum[c] += factor[k] * line[c];
    }
    for (std::size_t c = 0; c < Width; ++c) result[row * product.columns + first + c] = sum[c];
  }
}

/// result = left x right; every element sums its terms in ascending order.
void multiply(const Product& product, std::span<double> result) {
  std::size_t first = 0;
  for (; first + tile <= product.columns; first += tile) {
    multiply_columns<tile>(product, first, result);
  }
  for (; first < product.columns; ++first) multiply_columns<1>(product, first, result);
}

/// D of the markets' `pull`; also sets `seen`.
void sum_choices(const MarketWeights& weights, ApplicantFlows& flows) {
  const std::size_t leagues = weights.cells.leagues;
  multiply({flows.pull, weights.reach_into.values, leagues, leagues}, flows.seen);
  multiply({weights.proximity.values, flows.seen, weights.cells.occupations, leagues}, flows.total);
}

void resize(ApplicantFlows& flows, std::size_t cells) {
  for (std::vector<double>* values : {&flows.pull, &flows.seen, &flows.total, &flows.sent,
                                      &flows.arriving, &flows.per_pull, &flows.per_vacancy}) {
    values->resize(cells);
  }
}

}  // namespace

void set_flows(const MarketWeights& weights, const MarketStocks& stocks, double intensity,
               ApplicantFlows& flows) {
  const Cells& cells = weights.cells;
  resize(flows, cells.count());
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    const bool open = weights.is_open_to_background(cell);
    flows.pull[cell] = open ? stocks.vacancies[cell] * weights.attraction[cell] : 0.0;
  }
  sum_choices(weights, flows);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    const double total = flows.total[cell];
    flows.sent[cell] = total > 0 ? intensity * stocks.unemployed[cell] / total : 0.0;
  }
  multiply({weights.proximity_into.values, flows.sent, cells.occupations, cells.leagues},
           flows.arriving);
  multiply({flows.arriving, weights.reach.values, cells.leagues, cells.leagues}, flows.per_pull);
  for (std::size_t cell = 0; cell < cells.count(); ++cell) {
    const bool open = weights.is_open_to_background(cell);
    flows.per_vacancy[cell] = open ? weights.attraction[cell] * flows.per_pull[cell] : 0.0;
  }
}

double chance_of_applicant(double per_vacancy) {
  return 1 - exp2_fixed(-per_vacancy * std::numbers::log2e);
}

void job_finding(const MarketWeights& weights, const ApplicantFlows& flows, double intensity,
                 ApplicantFlows& scratch, std::span<double> finding) {
  expect(finding.size() == weights.cells.count(), "one chance per cell");
  resize(scratch, finding.size());
  for (std::size_t cell = 0; cell < finding.size(); ++cell) {
    // Of N applicants, Poisson of mean m, one is hired: the chance of each is (1 - exp(-m)) / m.
    const double mean = flows.per_vacancy[cell];
    const double chance = mean > 0 ? chance_of_applicant(mean) / mean : 1.0;
    scratch.pull[cell] = flows.pull[cell] * chance;
  }
  sum_choices(weights, scratch);
  for (std::size_t cell = 0; cell < finding.size(); ++cell) {
    const double total = flows.total[cell];
    finding[cell] = total > 0 ? intensity * scratch.total[cell] / total : 0.0;
  }
}

}  // namespace jtsim::agents
