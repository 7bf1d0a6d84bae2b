// Tables of a sweep on what its factors do, and what all tables of sweeps share.
#pragma once

#include "output/reported_sweep.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

Column policy_column();
Column outcome_column();
Column factor_column();
/// Row of the design.
Column design_row_column();
Cell count_cell(std::uint64_t number);

/// What indices an influence has, which tables for people and for programs share; empty cells where
/// the design gives none. `unit` is that of the outcome.
std::vector<Column> sobol_columns();
std::vector<Column> morris_columns();
void add_sobol(const FactorInfluence& influence, Cells& row);
void add_morris(const FactorInfluence& influence, Unit unit, Cells& row);

/// What each factor does to each outcome under each policy.
Table drivers_table(const ReportedSweep& sweep);
/// The same for the objectives under the first policy, strongest first.
Table main_drivers_table(const ReportedSweep& sweep);

}  // namespace jtsim::output
