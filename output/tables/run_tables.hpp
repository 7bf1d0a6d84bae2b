// Everything that is exported of one run.
#pragma once

#include "output/report/run_content.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

/// The tables of a run, from results.h5 and summary.json. Throws InputError where a file is not
/// what it should be, StorageError.
TableBook run_tables(const ReportedRun& run);

}  // namespace jtsim::output
