// The background market without a shock: who works where, who looks for work, and how often jobs
// end, such that nothing changes on average.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/market_weights.hpp"

namespace jtsim::agents {

/// Stocks and rates at the start, all by cell and 0 in mining cells. Found once per scenario,
/// shared by its replicates.
struct Balance {
  MarketWeights weights;
  /// Monthly hazard of the employed of losing the job into unemployment.
  std::vector<double> separation;
  /// Employed at the start.
  std::vector<std::int32_t> employed;
  /// Unemployed at the end of the start month, by last occupation and league.
  std::vector<std::int32_t> unemployed;
  /// Open posts at the start; with `employed` the posts wanted.
  std::vector<std::int32_t> vacancies;
};

/// Employed: sector employment x occupation share x league share of the population. Separation:
/// k x separation weight x separation factor x urban share, with k such that separations equal
/// `reemployment_per_month` x `registered_unemployed`. Unemployed (`registered_unemployed` in all)
/// and vacancies: the one point where expected hires equal separations in every cell, and where as
/// many leave unemployment for work from every cell as come to it; without separations the
/// unemployed are spread like the employed and there are no vacancies.
/// Throws InputError where too few apply for any number of vacancies to do that.
Balance balance(const Inputs& inputs);

}  // namespace jtsim::agents
