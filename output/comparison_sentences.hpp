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

/// The headlines of one policy run.
std::vector<std::string> sentences_of(const SideStatistics& run, Language language);

}  // namespace jtsim::output
