// What an analysed sweep says as tables: results at points, drivers, policies.
#pragma once

#include <span>
#include <string>

#include "output/tables/table.hpp"
#include "src/sweep/analyse.hpp"

namespace jtsim::app {

/// One row a point: its policy, values of factors, and one outcome over replicates.
output::Table points_table(const SweepPlan& plan, const std::string& outcome,
                           std::span<const output::PointFigure> points);

/// One row for each policy and factor: what the factor does to one outcome.
output::Table drivers_table(const SweepPlan& plan, const std::string& outcome,
                            std::span<const output::FactorInfluence> influences);

/// One row for each policy but the first: one outcome against the first policy.
output::Table policies_table(const SweepPlan& plan, const std::string& outcome,
                             std::span<const output::PolicyContrast> contrasts);

/// One row for each policy and objective: means and which policies no other beats.
output::Table pareto_table(const SweepPlan& plan, const output::SweepAnalysis& analysis);

}  // namespace jtsim::app
