// What draws applicants to a market and never changes during a run: proximity, reach and pay.
#pragma once

#include <span>
#include <vector>

#include "agents/inputs.hpp"
#include "agents/market.hpp"
#include "agents/workers.hpp"
#include "base/gated_sums.hpp"

namespace jtsim::agents {

/// Tables may hold so many occupations, and so many leagues (whose ids have 8 bits).
inline constexpr std::size_t most_occupations = 1024;
inline constexpr std::size_t most_leagues = 255;

/// A searcher with occupation i at home in league r chooses the market (occupation j, league r')
/// with a weight of `vacancies x proximity(i, j) x reach(r, r') x attraction`; here is all but the
/// vacancies. Shared by all replicates.
struct MarketWeights {
  Cells cells;
  /// [cell] relative pay of a post, before the person.
  std::vector<double> pay;
  /// [league][occupation, padded to `columns`] the same, laid out for choices.
  std::vector<double> pay_by_league;
  /// [cell] pay to the power of `attraction_elasticity`.
  std::vector<double> attraction;
  /// [from][to] occupation, and the same as [to][from].
  Matrix proximity;
  Matrix proximity_into;
  /// [home][destination] league, and the same as [destination][home], for those whose origin plays
  /// no part.
  Matrix reach;
  Matrix reach_into;
  /// [ethnicity] reach as [home][destination].
  std::vector<Matrix> reach_of;
  /// [occupation] 1 where persons apply who are no agents: everywhere but in mining.
  std::vector<bool8> open_to_background;

  /// [education][from][to, padded] proximity of occupations, 0 where the schooling is too low.
  EnumArray<Education, std::vector<double>> skill;

  /// What somebody without certificates brings along from an occupation for each other one.
  std::span<const double> skills(Education education, OccupationId from) const {
    return std::span(skill[education]).subspan(from.index() * columns(), columns());
  }
  std::size_t columns() const { return padded_columns(cells.occupations); }
  bool is_open_to_background(std::size_t cell) const {
    return open_to_background[cells.occupation(cell).index()] != 0;
  }
};

MarketWeights market_weights(const Inputs& inputs);

}  // namespace jtsim::agents
