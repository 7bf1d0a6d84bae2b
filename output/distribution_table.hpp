// The parts of the table on the terminal that tell who bears the change.
#pragma once

#include "output/table_row.hpp"
#include "output/terminal_table.hpp"

namespace jtsim::output {

/// Income against the reference group at the run's last December and losses of the displaced, by
/// sex, ethnicity and age; below, the worst-off group. Figures that rest on fewer than
/// `output.minimum_group` persons in some replicate show as "-".
TablePart who_bears_it(const std::vector<NamedStatistics>& all, const Axes& axes,
                       const TableStyle& style);

/// The targets that a single run tells, with the range they should lie in; figures of too few
/// persons show as "-", without a verdict.
TablePart target_table(const std::vector<NamedStatistics>& all, const TableStyle& style);

}  // namespace jtsim::output
