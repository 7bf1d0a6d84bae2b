// Bars, correlations and indices, factor by factor.
#include "output/tables/sweep_driver_tables.hpp"

#include <algorithm>
#include <cmath>

#include "output/tables/comparison_rows.hpp"

namespace jtsim::output {

namespace {

void add_design_columns(const ReportedSweep& sweep, Table& table) {
  const auto add = [&](const char* id, const Label& heading) {
    table.columns.push_back({id, heading});
  };
  if (sweep.design_kind == "saltelli") {
    add("sobol_first", tr("Sobol index, first order"));
    add("sobol_first_error", tr("standard error of the first order"));
    add("sobol_total", tr("Sobol index, total"));
    add("sobol_total_error", tr("standard error of the total"));
  }
  if (sweep.design_kind == "morris") {
    add("mu", tr("mean elementary effect (mu)"));
    add("mu_star", tr("mean size of elementary effects (mu*)"));
    add("sigma", tr("standard deviation of elementary effects (sigma)"));
  }
}

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
  const auto add = [&](double value, Unit of) { row.emplace_back(Figure{value, of}); };
  if (sweep.design_kind == "saltelli") {
    for (const SobolIndex& index : {i.sobol.first, i.sobol.total}) {
      add(index.value, Unit::ratio);
      add(index.standard_error, Unit::ratio);
    }
  }
  if (sweep.design_kind == "morris") {
    for (const double effect : {i.effects.mu, i.effects.mu_star, i.effects.sigma})
      add(effect, unit);
  }
  return row;
}

}  // namespace

Column policy_column() { return {"policy", tr("policy"), ColumnKind::code}; }
Column outcome_column() { return {"outcome", tr("outcome"), ColumnKind::name}; }
Column factor_column() { return {"factor", tr("factor"), ColumnKind::name}; }

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
  add_design_columns(sweep, table);
  for (const ReportedOutcome& outcome : sweep.outcomes) {
    for (const FactorInfluence& i : outcome.influences)
      table.rows.push_back(driver_row(sweep, outcome, i));
  }
  return table;
}

}  // namespace jtsim::output
