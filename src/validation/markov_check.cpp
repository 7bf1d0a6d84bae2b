// Occupancy of the chain over many runs.
#include "src/validation/markov_check.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <vector>

namespace jtsim::app {

namespace {

using agents::MarkovState;

constexpr std::uint32_t runs = 400;
constexpr int workers_per_run = 2'000;
constexpr double degrees = enum_size<MarkovState> - 1.0;

/// Pearson's statistic of counts against the probabilities of a month.
double chi_square(const EnumArray<MarkovState, double>& counts,
                  const EnumArray<MarkovState, double>& probabilities, double persons) {
  double sum = 0;
  for (const MarkovState state : all_of_enum<MarkovState>()) {
    const double expected = persons * probabilities[state];
    sum += (counts[state] - expected) * (counts[state] - expected) / expected;
  }
  return sum;
}

/// What runs add up to in a month.
struct Occupancy {
  EnumArray<MarkovState, double> counts{};
  double statistics = 0;
};

/// Sums after every year of the chain.
std::vector<Occupancy> occupancy(const agents::MarkovInputs& inputs, std::uint64_t seed,
                                 const std::vector<agents::ChainMonth>& expected) {
  std::vector<Occupancy> years(expected.size() / Month::per_year + 1);
  for (std::uint32_t run = 0; run < runs; ++run) {
    agents::MarkovPopulation population(inputs, {seed, run});
    for (const agents::MarkovMonth& month : population.advance(inputs.end - inputs.start)) {
      const auto m = static_cast<std::size_t>(month.month - inputs.start);
      if (m % Month::per_year != 0) continue;
      EnumArray<MarkovState, double> counts;
      Occupancy& year = years[m / Month::per_year];
      for (const MarkovState state : all_of_enum<MarkovState>()) {
        counts[state] = month.stock[state];
        year.counts[state] += counts[state];
      }
      year.statistics += chi_square(counts, expected[m].stock, workers_per_run);
    }
  }
  return years;
}

}  // namespace

Findings check_chain(agents::MarkovInputs inputs, std::uint64_t seed,
                     const std::vector<agents::ChainMonth>& expected) {
  inputs.settings.workers = workers_per_run;
  const std::vector<Occupancy> years = occupancy(inputs, seed, expected);
  double largest = 0;
  double dispersion = 1;
  for (std::size_t y = 1; y * Month::per_year < expected.size(); ++y) {
    const auto& chain = expected[y * Month::per_year].stock;
    largest = std::max(largest, chi_square(years[y].counts, chain, double{runs} * workers_per_run));
    const double ratio = years[y].statistics / (degrees * runs);
    if (std::abs(ratio - 1) > std::abs(dispersion - 1)) dispersion = ratio;
  }
  // Of chi-square with 4 degrees of freedom, exceeded once in a million; 20 years are looked at.
  constexpr double rare = 33.4;
  // Five standard deviations of a mean of 4 x 400 squares.
  const double five_deviations = 5 * std::sqrt(2 / (degrees * runs));
  return {{.id = "V3.mean",
           .what = tr("Markov chain: largest chi-square of mean occupancy over 20 years"),
           .value = largest,
           .accepted = {0, rare},
           .note = "closed form of the chain"},
          {.id = "V3.variance",
           .what = tr("Markov chain: variance over replicates, over that of the closed form"),
           .unit = "ratio",
           .value = dispersion,
           .accepted = around(1, five_deviations),
           .note = "closed form of the chain"}};
}

}  // namespace jtsim::app
