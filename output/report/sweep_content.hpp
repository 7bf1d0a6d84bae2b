// What the report shows of a sweep.
#pragma once

#include "output/report/figures.hpp"
#include "output/reported_sweep.hpp"

namespace jtsim::output {

/// The numbers of all figures. Pictures get an even choice of rows where there are too many for a
/// page; statistics are of all rows.
Json sweep_content(const ReportedSweep& sweep);

}  // namespace jtsim::output
