// Tidy tables of the outcomes in summary.json.
#pragma once

#include <vector>

#include "output/report/figures.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

/// The columns that every table of outcomes ends with: unit, mean, standard error, quantiles, how
/// many replicates have no value or too few persons.
std::vector<Column> figure_columns();

/// One table per kind of outcome, less those without rows. Throws nlohmann::json::exception where
/// the summary is none.
std::vector<Table> outcome_tables(const Json& summary, const Axes& axes);

/// Every outcome by its name.
Table all_outcomes_table(const Json& summary);

/// Where outside evidence exists: what it says and what was simulated.
Table targets_table(const Json& summary);

/// The group that loses most; without a row where none was searched for.
Table worst_off_table(const Json& summary, const Axes& axes);

}  // namespace jtsim::output
