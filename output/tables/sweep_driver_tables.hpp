// Tables of a sweep on what its factors do, and what all tables of sweeps share.
#pragma once

#include "output/reported_sweep.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

Column policy_column();
Column outcome_column();
Column factor_column();
Cell count_cell(std::uint64_t number);

/// What each factor does to each outcome under each policy.
Table drivers_table(const ReportedSweep& sweep);
/// The same for the objectives under the first policy, strongest first.
Table main_drivers_table(const ReportedSweep& sweep);

}  // namespace jtsim::output
