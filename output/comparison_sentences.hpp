// What a comparison found, one sentence per headline.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "output/comparison.hpp"

namespace jtsim::output {

/// A figure by its unit: persons with separators, shares in per cent, yuan in hundred millions,
/// amounts per person in yuan; "-" for none.
std::string figure_text(double value, std::string_view unit);

/// "low~high", or "-".
std::string interval_text(double low, double high, std::string_view unit);

/// The headlines of one policy run, without those that rest on fewer persons than the plan's
/// `minimum_group`.
std::vector<std::string> sentences_of(const ComparisonPlan& plan, const ComparedRun& run,
                                      const SideStatistics& statistics, Language language);

}  // namespace jtsim::output
