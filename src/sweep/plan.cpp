// What a point sets on top of the scenario.
#include "src/sweep/plan.hpp"

#include <fmt/format.h>

namespace jtsim::app {

std::vector<std::string> SweepPlan::overrides_of(std::uint64_t point) const {
  std::vector<std::string> overrides = set;
  const std::vector<std::string>& policy = policies[policy_of(point)].overrides;
  overrides.insert(overrides.end(), policy.begin(), policy.end());
  const std::vector<std::string>& row = values[row_of(point)];
  for (std::size_t i = 0; i < factors.size(); ++i)
    overrides.push_back(fmt::format("{}={}", factors[i].path, row[i]));
  if (seeds == configs::SweepSeeds::independent)
    overrides.push_back(fmt::format("seed={}", point_seeds[point]));
  return overrides;
}

}  // namespace jtsim::app
