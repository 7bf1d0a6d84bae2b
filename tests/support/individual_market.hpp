// The background market drawn person by person, against which the aggregate draws are tested.
#pragma once

#include <random>
#include <vector>

#include "agents/world.hpp"

/// What one month of matching did, all background applicants drawn one by one.
struct IndividualMonth {
  /// [vacancy, cell by cell] the smallest key among its applicants, inf without any.
  std::vector<double> best_key;
  /// [vacancy] the origin cell of that applicant.
  std::vector<std::size_t> origin;
};

/// Every background unemployed person applies with probability `search_intensity` to one market
/// drawn by its weight, there to one vacancy drawn uniformly, with a key -log2(u)/weight.
IndividualMonth draw_individually(const jtsim::agents::World& world, std::mt19937_64& engine);
