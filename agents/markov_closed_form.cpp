// Products of monthly matrices.
#include "agents/markov_closed_form.hpp"

#include <numeric>
#include <span>
#include <utility>

namespace jtsim::agents {

namespace {

constexpr std::size_t states = enum_size<MarkovState>;

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

std::vector<ChainMonth> closed_form(const MarkovInputs& inputs) {
  const MarkovSettings& settings = inputs.settings;
  const int first = settings.youngest_age_years * Month::per_year;
  const int last = settings.oldest_age_years * Month::per_year + Month::per_year - 1;
  std::vector<ChainMonth> months(static_cast<std::size_t>(inputs.end - inputs.start) + 1);
  for (int age = first; age <= last; ++age) {
    for (const Education education : all_of_enum<Education>()) {
      const double share = settings.education_shares.by_education()[education] / (last - first + 1);
      auto p = settings.initial_shares.by_state();
      for (double& x : p.values) x *= share;
      add(p, months[0]);
      int age_before = age;
      for (ChainMonth& month : std::span(months).subspan(1)) {
        step(inputs.rates.bands[inputs.rates.band_of(age_before / Month::per_year)][education], p,
             month);
        add(p, month);
        ++age_before;
      }
    }
  }
  return months;
}

}  // namespace jtsim::agents
