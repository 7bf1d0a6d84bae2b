// comparison.json: what was compared, and every outcome with its interval.
#pragma once

#include <string>

#include "output/comparison.hpp"

namespace jtsim::output {

/// The statistics of all policy runs, in their order.
std::vector<SideStatistics> all_statistics(const Comparison& comparison);

/// Numbers that do not exist or are not finite are null.
std::string comparison_json(const ComparisonPlan& plan, const std::vector<SideStatistics>& all);

}  // namespace jtsim::output
