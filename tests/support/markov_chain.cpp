// The chain's closed form, computed without the program's own tables.
#include "tests/support/markov_chain.hpp"

#include <numeric>
#include <span>
#include <utility>

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr std::size_t states = enum_size<MarkovState>;

MarkovRates::Matrix example_matrix(int band, Education education) {
  const double older = 1.0 + 0.5 * band;
  const double higher = 1.0 - 0.15 * static_cast<double>(index_of(education));
  MarkovRates::Matrix matrix{};
  for (std::size_t from = 0; from < states; ++from) {
    for (std::size_t to = 0; to < states; ++to) {
      const auto uneven = static_cast<double>(1 + (3 * from + 2 * to) % 5);
      if (from != to) matrix.values[from].values[to] = 0.004 * uneven * older * higher;
    }
  }
  return matrix;
}

MarkovRates example_rates() {
  MarkovRates rates{.age_from_years = {20, 31, 45}, .bands = {}};
  for (int band = 0; band < 3; ++band) {
    auto& matrices = rates.bands.emplace_back();
    for (const Education education : all_of_enum<Education>())
      matrices[education] = example_matrix(band, education);
  }
  return rates;
}

/// One month of the chain for workers of one age and education, `p` their shares by state.
void step(const MarkovRates::Matrix& rates, EnumArray<MarkovState, double>& p, ChainMonth& month) {
  const auto before = std::exchange(p, {});
  for (std::size_t from = 0; from < states; ++from) {
    const auto& row = rates.values[from].values;
    const double stays = 1 - std::accumulate(row.begin(), row.end(), 0.0);
    for (std::size_t to = 0; to < states; ++to) {
      const double flow = before.values[from] * (from == to ? stays : row[to]);
      month.moves.values[from].values[to] += flow;
      p.values[to] += flow;
    }
  }
}

void add(const EnumArray<MarkovState, double>& p, ChainMonth& month) {
  for (std::size_t s = 0; s < states; ++s) month.stock.values[s] += p.values[s];
}

}  // namespace

MarkovInputs markov_example() {
  MarkovInputs inputs{.start = Month::of(2020, 12),
                      .end = Month::of(2025, 12),
                      .settings = {},
                      .rates = example_rates()};
  inputs.settings.workers = 4'000;
  inputs.settings.youngest_age_years = 22;
  inputs.settings.oldest_age_years = 51;
  return inputs;
}

std::vector<ChainMonth> closed_form(const MarkovInputs& inputs) {
  const MarkovSettings& settings = inputs.settings;
  const int first = settings.youngest_age_years * 12;
  const int last = settings.oldest_age_years * 12 + 11;
  std::vector<ChainMonth> months(static_cast<std::size_t>(inputs.end - inputs.start) + 1);
  for (int age = first; age <= last; ++age) {
    for (const Education education : all_of_enum<Education>()) {
      const double share = settings.education_shares.by_education()[education] / (last - first + 1);
      auto p = settings.initial_shares.by_state();
      for (double& x : p.values) x *= share;
      add(p, months[0]);
      int age_before = age;
      for (ChainMonth& month : std::span(months).subspan(1)) {
        step(inputs.rates.bands[inputs.rates.band_of(age_before / 12)][education], p, month);
        add(p, month);
        ++age_before;
      }
    }
  }
  return months;
}
