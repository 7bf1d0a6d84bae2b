// What a point sets on top of the scenario.
#include "src/sweep/plan.hpp"

#include <fmt/format.h>

#include "base/error.hpp"
#include "output/provenance.hpp"

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

void require_this_program(const SweepPlan& plan) {
  const output::Provenance here = output::this_program();
  if (plan.program_version == here.program_version && plan.git_commit == here.git_commit) return;
  throw InputError(Problem{
      {},
      "",
      Sentence(tr("the sweep was planned by jtsim {} ({}), this is {} ({}), which may compute "
                  "other numbers"),
               plan.program_version, plan.git_commit, here.program_version, here.git_commit),
      tr("use that program, or plan anew")});
}

}  // namespace jtsim::app
