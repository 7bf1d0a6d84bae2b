// Names of the usual objectives.
#include "output/sweep_analysis.hpp"

#include "output/tables/table.hpp"

namespace jtsim::output {

agents::Name name_of(const Objective& objective) {
  if (objective.name == cost_objective) return named(cost_objective, tr("objective", "cost"));
  if (objective.name == unemployment_objective)
    return named(unemployment_objective, tr("objective", "unemployment"));
  if (objective.name == gap_objective) return named(gap_objective, tr("objective", "income gap"));
  return {objective.name, objective.name, objective.name};
}

}  // namespace jtsim::output
