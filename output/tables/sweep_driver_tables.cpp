// Bars, correlations and indices, factor by factor.
#include "output/tables/sweep_driver_tables.hpp"

#include <algorithm>
#include <cmath>

#include "output/tables/comparison_rows.hpp"

namespace jtsim::output {

namespace {

using configs::DesignKind;

void append(std::vector<Column>& columns, const std::vector<Column>& more) {
  columns.insert(columns.end(), more.begin(), more.end());
}

/// A count of what an estimate rests on, nothing if there is nothing.
Cell count_or_none(std::size_t count) { return count == 0 ? Cell() : count_cell(count); }

Cells driver_row(const ReportedSweep& sweep, const ReportedOutcome& outcome,
                 const FactorInfluence& i) {
  const Unit unit = outcome.label.unit;
  Cells row{outcome.label.name,
            sweep.policies[i.policy],
            sweep.factors[i.factor].name,
            count_cell(i.rows),
            unit,
            Figure{i.at_low, unit},
            Figure{i.at_high, unit},
            Figure{i.rank_correlation, Unit::ratio}};
  if (sweep.design == DesignKind::saltelli) add_sobol(i, row);
  if (sweep.design == DesignKind::morris) add_morris(i, unit, row);
  return row;
}

}  // namespace

Column policy_column() { return {"policy", tr("policy"), ColumnKind::code}; }
Column outcome_column() { return {"outcome", tr("outcome"), ColumnKind::name}; }
Column factor_column() { return {"factor", tr("factor"), ColumnKind::name}; }

Column design_row_column() { return {"design_row", tr("row"), ColumnKind::key}; }

std::vector<Column> sobol_columns() {
  return {{"sobol_blocks", tr("complete Saltelli blocks")},
          {"sobol_first", tr("Sobol index, first order")},
          {"sobol_first_standard_error", tr("standard error of the first order")},
          {"sobol_first_low", tr("first order, interval low")},
          {"sobol_first_high", tr("first order, interval high")},
          {"sobol_total", tr("Sobol index, total")},
          {"sobol_total_standard_error", tr("standard error of the total")},
          {"sobol_total_low", tr("total, interval low")},
          {"sobol_total_high", tr("total, interval high")}};
}

std::vector<Column> morris_columns() {
  return {{"morris_paths", tr("Morris paths")},
          {"morris_mu", tr("mean elementary effect (mu)")},
          {"morris_mu_star", tr("mean size of elementary effects (mu*)")},
          {"morris_sigma", tr("standard deviation of elementary effects (sigma)")}};
}

void add_sobol(const FactorInfluence& influence, Cells& row) {
  row.push_back(count_or_none(influence.blocks));
  for (const SobolIndex& index : {influence.sobol.first, influence.sobol.total}) {
    const MeanInterval interval = interval_of(index.value, index.standard_error, influence.blocks);
    for (const double figure : {index.value, index.standard_error, interval.low, interval.high})
      row.emplace_back(Figure{figure, Unit::ratio});
  }
}

void add_morris(const FactorInfluence& influence, Unit unit, Cells& row) {
  const ElementaryEffects& effects = influence.effects;
  row.push_back(count_or_none(effects.paths));
  for (const double figure : {effects.mu, effects.mu_star, effects.sigma})
    row.emplace_back(Figure{figure, unit});
}

Cell count_cell(std::uint64_t number) { return static_cast<std::int64_t>(number); }

Table main_drivers_table(const ReportedSweep& sweep) {
  Table table{
      .id = "main_drivers",
      .name = tr("Main drivers"),
      .meaning = tr("what moves the means of the objectives under the first policy from a factor's "
                    "low to its high end, largest change first"),
      .columns{{"objective", tr("objective"), ColumnKind::name},
               factor_column(),
               unit_column(),
               {"at_low", tr("at the low end of the factor")},
               {"at_high", tr("at the high end of the factor")},
               {"change", tr("change from the low to the high end")}},
      .rows{}};
  for (const Objective& objective : sweep.analysis.objectives) {
    const ReportedOutcome& outcome = sweep.outcomes[objective.outcome];
    std::vector<FactorInfluence> strongest;
    for (const FactorInfluence& i : outcome.influences) {
      if (i.policy == 0 && std::isfinite(i.at_low) && std::isfinite(i.at_high))
        strongest.push_back(i);
    }
    std::ranges::stable_sort(strongest, std::ranges::greater(), [](const FactorInfluence& i) {
      return std::abs(i.at_high - i.at_low);
    });
    const Unit unit = outcome.label.unit;
    for (const FactorInfluence& i : strongest) {
      table.rows.push_back({name_of(objective), sweep.factors[i.factor].name, unit,
                            Figure{i.at_low, unit}, Figure{i.at_high, unit},
                            Figure{i.at_high - i.at_low, unit}});
    }
  }
  return table;
}

Table drivers_table(const ReportedSweep& sweep) {
  Table table{.id = "drivers",
              .name = tr("Drivers"),
              .meaning = tr("what each factor does to each outcome under each policy"),
              .columns{outcome_column(),
                       policy_column(),
                       factor_column(),
                       {"rows", tr("rows"), ColumnKind::key},
                       unit_column(),
                       {"at_low", tr("at the low end of the factor")},
                       {"at_high", tr("at the high end of the factor")},
                       {"rank_correlation", tr("rank correlation")}},
              .rows{}};
  if (sweep.design == DesignKind::saltelli) append(table.columns, sobol_columns());
  if (sweep.design == DesignKind::morris) append(table.columns, morris_columns());
  for (const ReportedOutcome& outcome : sweep.outcomes) {
    for (const FactorInfluence& i : outcome.influences)
      table.rows.push_back(driver_row(sweep, outcome, i));
  }
  return table;
}

}  // namespace jtsim::output
