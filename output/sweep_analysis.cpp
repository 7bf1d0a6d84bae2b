// Names of the usual objectives.
#include "output/sweep_analysis.hpp"

#include "output/tables/table.hpp"

namespace jtsim::output {

std::string usual_outcomes(std::string_view objective) {
  if (objective == cost_objective) return "spending.";
  if (objective == unemployment_objective) return "rate.registered_unemployment.";
  return "inequality.gini.";
}

agents::Name name_of(const Objective& objective) {
  if (!objective.is_usual) return {objective.name, objective.name, objective.name};
  if (objective.name == cost_objective) return named(cost_objective, tr("public cost"));
  if (objective.name == unemployment_objective)
    return named(unemployment_objective, tr("registered unemployment"));
  return named(gap_objective, tr("Gini of incomes"));
}

}  // namespace jtsim::output
