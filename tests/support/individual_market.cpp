// Draws every background applicant with the standard library's randomness.
#include "tests/support/individual_market.hpp"

#include <cmath>
#include <limits>

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// Weights of all markets for a searcher of the cell `from`.
std::vector<double> market_weights_of(const World& world, std::size_t from) {
  const MarketWeights& w = world.balance.weights;
  const Cells& cells = w.cells;
  std::vector<double> weights;
  for (std::size_t to = 0; to < cells.count(); ++to) {
    const Occupation& job = world.tables().occupations[cells.occupation(to).index()];
    const bool open = job.sector != Sector::mining;
    weights.push_back(open ? world.market.vacancies[to] *
                                 world.tables().proximity(cells.occupation(from).index(),
                                                          cells.occupation(to).index()) *
                                 w.reach(cells.league(from).index(), cells.league(to).index()) *
                                 w.attraction[to]
                           : 0.0);
  }
  return weights;
}

}  // namespace

IndividualMonth draw_individually(const World& world, std::mt19937_64& engine) {
  const std::vector<std::int32_t>& vacancies = world.market.vacancies;
  std::vector<std::size_t> first{0};
  for (const std::int32_t v : vacancies)
    first.push_back(first.back() + static_cast<std::size_t>(v));
  IndividualMonth month{std::vector<double>(first.back(), std::numeric_limits<double>::infinity()),
                        std::vector<std::size_t>(first.back(), 0)};
  std::uniform_real_distribution<double> uniform(0, 1);
  const double hiring_weight = world.settings().matching.background_hiring_weight;
  for (std::size_t from = 0; from < vacancies.size(); ++from) {
    const std::int32_t people = world.market.background_unemployed[from];
    std::binomial_distribution<int> appliers(people, world.settings().search.search_intensity);
    const std::vector<double> weights = market_weights_of(world, from);
    std::discrete_distribution<std::size_t> market(weights.begin(), weights.end());
    for (int n = appliers(engine); n > 0; --n) {
      const std::size_t to = market(engine);
      const auto slot = static_cast<std::size_t>(uniform(engine) * vacancies[to]);
      const double key = -std::log2(uniform(engine)) / hiring_weight;
      if (key >= month.best_key[first[to] + slot]) continue;
      month.best_key[first[to] + slot] = key;
      month.origin[first[to] + slot] = from;
    }
  }
  return month;
}
