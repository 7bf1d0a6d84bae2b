// The kind `markov` against the closed form of its chain (external check V3).
#include "tests/support/markov_chain.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include <boost/math/distributions/chi_squared.hpp>
#include <doctest/doctest.h>

namespace {

using namespace jtsim;
using namespace jtsim::agents;

constexpr std::size_t states = enum_size<MarkovState>;

constexpr std::uint64_t seed = 20'201'231;
constexpr std::size_t replicates = 400;

/// What is looked at in one month of one replicate.
struct Observed {
  EnumArray<MarkovState, double> stock{};
  /// As `ChainMonth::moves`, those who stay included.
  EnumArray<MarkovState, EnumArray<MarkovState, double>> moves{};
};

/// [months after the start][replicate]
using Runs = std::vector<std::vector<Observed>>;

Observed observe(const MarkovStock& before, const MarkovMonth& month) {
  Observed observed;
  for (std::size_t from = 0; from < states; ++from) {
    const auto& row = month.moves.values[from].values;
    auto& moves = observed.moves.values[from].values;
    std::copy(row.begin(), row.end(), moves.begin());
    moves[from] = before.values[from] - std::accumulate(row.begin(), row.end(), 0);
    observed.stock.values[from] = month.stock.values[from];
  }
  return observed;
}

Runs run(const MarkovInputs& inputs) {
  const int months = inputs.end - inputs.start;
  Runs runs(static_cast<std::size_t>(months) + 1);
  for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
    MarkovPopulation population(inputs, {seed, replicate});
    MarkovStock stock = population.stock();
    runs[0].push_back(observe(stock, {.month = inputs.start, .stock = stock}));
    for (const MarkovMonth& month : population.advance(months)) {
      runs[static_cast<std::size_t>(month.month - inputs.start)].push_back(observe(stock, month));
      stock = month.stock;
    }
  }
  return runs;
}

const Runs& reference_runs() {
  static const Runs runs = run(markov_example());
  return runs;
}

/// Pearson's statistic of counts against probabilities.
double chi_square(std::span<const double> counts, std::span<const double> probabilities) {
  const double total = std::accumulate(counts.begin(), counts.end(), 0.0);
  double sum = 0;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const double expected = total * probabilities[i];
    sum += (counts[i] - expected) * (counts[i] - expected) / expected;
  }
  return sum;
}

/// Each check below is wrong about a faultless program for one seed in a million.
constexpr double error_probability = 1e-6;

bool is_too_large(double statistic, double degrees) {
  const boost::math::chi_squared law(degrees);
  return statistic > boost::math::quantile(boost::math::complement(law, error_probability));
}

bool is_too_small(double statistic, double degrees) {
  return statistic < boost::math::quantile(boost::math::chi_squared(degrees), error_probability);
}

/// All replicates together are one multinomial sample.
bool means_differ(const std::vector<Observed>& month, const ChainMonth& expected) {
  EnumArray<MarkovState, double> sum{};
  for (const Observed& observed : month) {
    for (std::size_t s = 0; s < states; ++s) sum.values[s] += observed.stock.values[s];
  }
  return is_too_large(chi_square(sum.values, expected.stock.values), states - 1);
}

/// So are the pairs of states before and after a month.
bool moves_differ(const std::vector<Observed>& month, const ChainMonth& expected) {
  std::vector<double> counts(states * states);
  std::vector<double> probabilities(states * states);
  for (std::size_t i = 0; i < counts.size(); ++i) {
    probabilities[i] = expected.moves.values[i / states].values[i % states];
    for (const Observed& observed : month)
      counts[i] += observed.moves.values[i / states].values[i % states];
  }
  return is_too_large(chi_square(counts, probabilities), states * states - 1);
}

/// The sum of the statistics of single replicates: it grows with their variances and covariances.
/// The bounds below let it be 17 % off.
double dispersion(const std::vector<Observed>& month, const ChainMonth& expected) {
  double sum = 0;
  for (const Observed& observed : month)
    sum += chi_square(observed.stock.values, expected.stock.values);
  return sum;
}

constexpr double dispersion_degrees = replicates * (states - 1);

const std::vector<std::size_t> months_looked_at{0, 1, 12, 37, 60};

TEST_CASE("occupancy has the mean of the chain's closed form") {
  const MarkovInputs inputs = markov_example();
  const std::vector<ChainMonth> expected = closed_form(inputs);
  const Runs& runs = reference_runs();
  for (const std::size_t m : months_looked_at) {
    CAPTURE(m);
    CHECK_FALSE(means_differ(runs[m], expected[m]));
    if (m > 0) CHECK_FALSE(moves_differ(runs[m], expected[m]));
  }
}

TEST_CASE("occupancy varies over replicates as a multinomial count does") {
  const MarkovInputs inputs = markov_example();
  const std::vector<ChainMonth> expected = closed_form(inputs);
  const Runs& runs = reference_runs();
  for (const std::size_t m : months_looked_at) {
    CAPTURE(m);
    CHECK_FALSE(is_too_large(dispersion(runs[m], expected[m]), dispersion_degrees));
    CHECK_FALSE(is_too_small(dispersion(runs[m], expected[m]), dispersion_degrees));
  }
}

TEST_CASE("one probability that is half too large is noticed") {
  MarkovInputs inputs = markov_example();
  auto& row = inputs.rates.bands[1][Education::junior][MarkovState::employed_tertiary];
  row[MarkovState::unemployed] *= 1.5;
  const std::vector<ChainMonth> wrong = closed_form(inputs);
  CHECK(means_differ(reference_runs()[60], wrong[60]));
  CHECK(moves_differ(reference_runs()[60], wrong[60]));
}

TEST_CASE("age bands that begin two years late are noticed") {
  MarkovInputs inputs = markov_example();
  inputs.rates.age_from_years = {20, 33, 47};
  CHECK(moves_differ(reference_runs()[60], closed_form(inputs)[60]));
}

TEST_CASE("workers who move in pairs are noticed by their variance") {
  MarkovInputs inputs = markov_example();
  const std::vector<ChainMonth> expected = closed_form(inputs);
  inputs.settings.workers /= 2;
  Runs runs = run(inputs);
  for (Observed& observed : runs[60]) {
    for (double& count : observed.stock.values) count *= 2;
  }
  CHECK(is_too_large(dispersion(runs[60], expected[60]), dispersion_degrees));
}

}  // namespace
