// An example of the kind `markov`.
#include "tests/support/markov_chain.hpp"

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
