// Where a searcher applies: the choice of a market, which is an (occupation, league) with open
// posts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Who chooses, among what.
struct Searcher {
  Row row;
  /// Markets whose `offered_relative_pay` lies below it (stored unit) are not chosen.
  double least_pay = 0;
  /// [cell] open posts to choose from; empty: all vacancies of the market.
  std::span<const std::int32_t> vacancies = {};
};

/// The cell this month's application goes to, drawn with the weight `vacancies x proximity x reach
/// x attraction` among cells for which the searcher has the education and whose pay suffices; none
/// if there is no such cell. Reads the streams `market_occupation` and `market_league`, so a person
/// can choose once a month. First the occupation races, with the sum over leagues as its weight,
/// then the leagues within it: the same chances as one race over all cells.
std::optional<std::size_t> choose_market(const World& world, const Searcher& searcher);

}  // namespace jtsim::agents
