// Everything that is exported of a sweep.
#pragma once

#include "output/reported_sweep.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

/// The tables of an analysed sweep: policies, drivers, points, design.
TableBook sweep_tables(const ReportedSweep& sweep);

}  // namespace jtsim::output
