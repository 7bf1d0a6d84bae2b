// Where a searcher applies: the choice of a market, which is an (occupation, league) with open
// posts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Open posts, laid out for choosing among them.
class Openings {
 public:
  /// `vacancies`: [cell] open posts.
  Openings(const MarketWeights& weights, std::span<const std::int32_t> vacancies);

  void set(std::size_t cell, std::int32_t vacancies);

  /// [league][occupation, padded] vacancies x attraction.
  std::span<const double> pull() const { return pull_; }
  const MarketWeights& weights() const { return weights_; }

 private:
  const MarketWeights& weights_;
  std::vector<double> pull_;
};

/// Who chooses.
struct Searcher {
  Row row;
  /// Markets whose `offered_relative_pay` lies below it (stored unit) are not chosen.
  double least_pay = 0;
  /// Multiplies the weight of markets outside the home league.
  double reach_factor = 1;
};

/// The cell this month's application goes to, drawn with the weight `vacancies x proximity x reach
/// x attraction` among cells for which the searcher has the education and whose pay suffices; none
/// if there is no such cell. Reads the streams `market_occupation` and `market_league`, so a person
/// can choose once a month. First the occupation races, with the sum over leagues as its weight,
/// then the leagues within it: the same chances as one race over all cells.
std::optional<std::size_t> choose_market(const World& world, const Openings& openings,
                                         const Searcher& searcher);

}  // namespace jtsim::agents
