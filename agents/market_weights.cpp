// Derives the lasting weights of all markets from the tables.
#include "agents/market_weights.hpp"

#include "agents/pay.hpp"
#include "agents/reach.hpp"
#include "base/error.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

Matrix transposed(const Matrix& matrix) {
  Matrix result{matrix.rows(), std::vector<double>(matrix.values.size())};
  for (std::size_t row = 0; row < matrix.rows(); ++row) {
    for (std::size_t column = 0; column < matrix.columns; ++column) {
      result(column, row) = matrix(row, column);
    }
  }
  return result;
}

void add_occupation(MarketWeights& weights, const Inputs& inputs, OccupationId occupation) {
  for (std::size_t r = 0; r < inputs.tables.leagues.size(); ++r) {
    const double pay = post_pay(inputs.tables, occupation, LeagueId{r});
    weights.pay.push_back(pay);
    weights.attraction.push_back(pow_fixed(pay, inputs.settings.search.attraction_elasticity));
  }
  const Sector sector = inputs.tables.occupations[occupation.index()].sector;
  weights.open_to_background.push_back(sector == Sector::mining ? 0 : 1);
}

/// Row by row as `MarketWeights::skill` has them.
std::vector<double> skills_of(const MarketWeights& weights, const Tables& tables,
                              Education education) {
  const std::size_t occupations = tables.occupations.size();
  std::vector<double> skills(occupations * weights.columns(), 0.0);
  for (std::size_t from = 0; from < occupations; ++from) {
    for (std::size_t to = 0; to < occupations; ++to) {
      if (education < tables.occupations[to].minimum_education) continue;
      skills[from * weights.columns() + to] = tables.proximity(from, to);
    }
  }
  return skills;
}

}  // namespace

MarketWeights market_weights(const Inputs& inputs) {
  const Tables& tables = inputs.tables;
  expect(tables.occupations.size() <= most_occupations, "at most 1,024 occupations");
  expect(tables.leagues.size() <= most_leagues, "at most 255 leagues");
  MarketWeights weights;
  weights.cells = {tables.occupations.size(), tables.leagues.size()};
  for (std::size_t o = 0; o < tables.occupations.size(); ++o) {
    add_occupation(weights, inputs, OccupationId{o});
  }
  weights.pay_by_league.assign(weights.cells.leagues * weights.columns(), 0.0);
  for (std::size_t cell = 0; cell < weights.cells.count(); ++cell) {
    weights.pay_by_league[weights.cells.league(cell).index() * weights.columns() +
                          weights.cells.occupation(cell).index()] = weights.pay[cell];
  }
  weights.proximity = tables.proximity;
  weights.proximity_into = transposed(tables.proximity);
  for (const Education education : all_of_enum<Education>()) {
    weights.skill[education] = skills_of(weights, tables, education);
  }
  weights.reach = reach(inputs, neutral_attachment);
  weights.reach_into = transposed(weights.reach);
  for (std::size_t e = 0; e < tables.ethnicities.size(); ++e) {
    weights.reach_of.push_back(reach(inputs, effective_attachment(inputs, EthnicityId{e})));
  }
  return weights;
}

}  // namespace jtsim::agents
