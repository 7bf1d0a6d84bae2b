// The result of a comparison as text for a terminal: a table and a sentence for every headline.
#pragma once

#include <string>

#include "base/language.hpp"
#include "output/comparison.hpp"

namespace jtsim::output {

/// For every policy run: what differs, the outcomes of both runs with difference, 90 % interval and
/// the independent replicates that would be as precise, one sentence per headline, and the groups
/// of the displaced.
std::string comparison_table(const ComparisonPlan& plan, const std::vector<SideStatistics>& all,
                             Language language);

}  // namespace jtsim::output
