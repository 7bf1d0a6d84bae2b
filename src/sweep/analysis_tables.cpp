// Lays figures out in rows.
#include "src/sweep/analysis_tables.hpp"

#include "base/error.hpp"
#include "configs/number_text.hpp"
#include "output/reported_sweep.hpp"
#include "output/tables/sweep_driver_tables.hpp"

namespace jtsim::app {

namespace {

using output::Cell;
using output::Cells;
using output::Column;
using output::ColumnKind;
using output::count_cell;
using output::Figure;
using output::Table;
using output::Unit;

Cell number(double value) { return Figure{value, Unit::number}; }
Cell share(double value) { return Figure{value, Unit::share}; }
Cell yes_no(bool value) { return std::int64_t{value ? 1 : 0}; }

Column key(const char* id, const Label& heading) { return {id, heading, ColumnKind::key}; }
Column figure(const char* id, const Label& heading) { return {id, heading, ColumnKind::figure}; }

/// An estimate with its standard error and interval.
void add_estimate(Cells& row, double value, double standard_error, std::size_t independent) {
  const auto [low, high] = output::interval_of(value, standard_error, independent);
  for (const double cell : {value, standard_error, low, high}) row.push_back(number(cell));
}

Cell cell_of(const std::string& value) {
  const auto parsed = configs::number_from_text(value);
  const double* found = std::get_if<double>(&parsed);
  return found == nullptr ? Cell(value) : number(*found);
}

}  // namespace

Table points_table(const SweepPlan& plan, const std::string& outcome,
                   std::span<const output::PointFigure> points) {
  Table table{.id = "points",
              .name = tr("points"),
              .meaning = tr("outcomes over the replicates of each point"),
              .columns{key("outcome", tr("outcome")), key("point", tr("point")),
                       key("design_row", tr("design row")), key("policy", tr("policy"))},
              .rows{}};
  for (const PlannedFactor& factor : plan.factors)
    table.columns.push_back({factor.path, tr("value of the factor"), ColumnKind::figure});
  for (const Column& column :
       {figure("replicates", tr("replicates")), figure("mean", tr("mean")),
        figure("standard_error", tr("standard error")), figure("q05", tr("5th percentile")),
        figure("q50", tr("median")), figure("q95", tr("95th percentile"))})
    table.columns.push_back(column);
  for (std::size_t point = 0; point < points.size(); ++point) {
    Cells& row = table.rows.emplace_back();
    row = {outcome, count_cell(point), count_cell(plan.row_of(point)),
           plan.policies[plan.policy_of(point)].name};
    for (const std::string& value : plan.values[plan.row_of(point)]) row.push_back(cell_of(value));
    const output::Statistics& s = points[point].statistics;
    row.push_back(count_cell(points[point].replicates));
    for (const double value : {s.mean, s.standard_error, s.q05, s.q50, s.q95})
      row.push_back(number(value));
  }
  return table;
}

Table drivers_table(const SweepPlan& plan, const std::string& outcome,
                    std::span<const output::FactorInfluence> influences) {
  Table table{.id = "drivers",
              .name = tr("drivers"),
              .meaning = tr("what each factor does to an outcome"),
              .columns{key("outcome", tr("outcome")), key("policy", tr("policy")),
                       key("factor", tr("factor")), key("unit", tr("unit")),
                       figure("rows", tr("design rows with a value")),
                       figure("rank_correlation", tr("rank correlation")),
                       figure("at_low", tr("mean in the factor's lowest fifth")),
                       figure("at_high", tr("mean in the factor's highest fifth"))},
              .rows{}};
  for (const auto& columns : {output::sobol_columns(), output::morris_columns()})
    table.columns.insert(table.columns.end(), columns.begin(), columns.end());
  for (const output::FactorInfluence& i : influences) {
    Cells& row = table.rows.emplace_back();
    row = {outcome,
           plan.policies[i.policy].name,
           plan.factors[i.factor].path,
           plan.factors[i.factor].unit,
           count_cell(i.rows),
           number(i.rank_correlation),
           number(i.at_low),
           number(i.at_high)};
    output::add_sobol(i, row);
    output::add_morris(i, Unit::number, row);
  }
  return table;
}

Table policies_table(const SweepPlan& plan, const std::string& outcome,
                     std::span<const output::PolicyContrast> contrasts) {
  Table table{
      .id = "policies",
      .name = tr("policies"),
      .meaning = tr("each policy against the first one, at equal points and luck"),
      .columns{key("outcome", tr("outcome")), key("policy", tr("policy")),
               key("base", tr("against")), figure("rows", tr("design rows with a value")),
               figure("pairs", tr("pairs of runs")),
               figure("replicates", tr("replicates that the error rests on")),
               figure("difference", tr("mean difference")),
               figure("standard_error", tr("standard error")),
               figure("low", tr("90% interval, low")), figure("high", tr("90% interval, high")),
               figure("share_above", tr("share of rows above zero"))},
      .rows{}};
  for (const output::PolicyContrast& c : contrasts) {
    Cells& row = table.rows.emplace_back();
    row = {outcome,
           plan.policies[c.policy].name,
           plan.policies.front().name,
           count_cell(c.rows),
           count_cell(c.pairs),
           count_cell(c.replicates)};
    add_estimate(row, c.difference, c.standard_error, c.replicates);
    row.push_back(share(c.share_above));
  }
  return table;
}

Table pareto_table(const SweepPlan& plan, const output::SweepAnalysis& analysis) {
  Table table{
      .id = "pareto",
      .name = tr("Pareto set"),
      .meaning = tr("policies by the objectives, and which of them no other beats"),
      .columns{key("policy", tr("policy")), key("objective", tr("objective")),
               key("outcome", tr("outcome")),
               key("less_is_better", tr("less is better (1) or more (0)")),
               figure("mean", tr("mean")), figure("standard_error", tr("standard error")),
               figure("low", tr("90% interval, low")), figure("high", tr("90% interval, high")),
               figure("replicates", tr("replicates that the error rests on")),
               figure("is_efficient", tr("no other policy beats it (1)")),
               figure("share_efficient", tr("share of rows in which none beats it"))},
      .rows{}};
  for (const output::ParetoPolicy& policy : analysis.policies) {
    for (std::size_t k = 0; k < analysis.objectives.size(); ++k) {
      const output::Objective& objective = analysis.objectives[k];
      Cells& row = table.rows.emplace_back();
      row = {plan.policies[policy.policy].name, objective.name,
             analysis.outcomes[objective.outcome], yes_no(objective.less_is_better)};
      add_estimate(row, policy.means[k], policy.standard_errors[k], policy.replicates);
      row.push_back(count_cell(policy.replicates));
      row.push_back(policy.has_results() ? yes_no(policy.is_efficient) : Cell());
      row.push_back(share(policy.share_efficient));
    }
  }
  return table;
}

}  // namespace jtsim::app
