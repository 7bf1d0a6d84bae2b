// What the runs of one point say together.
#pragma once

#include <vector>

#include "output/summary.hpp"

namespace jtsim::output {

/// Over those of `runs` that have a value. NaN where none has; a single one gives mean and median
/// alone, for it tells nothing of the others.
Statistics statistics_of_runs(std::vector<double> runs);

}  // namespace jtsim::output
