// The result of a run as text for a terminal: where people are, what became of the displaced, what
// it cost.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "output/summary.hpp"

namespace jtsim::output {

/// Columns a text takes on a terminal: Chinese characters and full-width punctuation take two.
std::size_t display_width(std::string_view utf8);

/// Tables of the headline groups at 2020, 2025, 2030, 2035, 2050 and 2060 as far as the run covers
/// them, of the displaced and their destinations, and of spending by payer; means with the 90 %
/// interval over replicates. Parts whose outcomes a run does not have are left out.
std::string terminal_table(const std::vector<NamedStatistics>& all, const Axes& axes,
                           Language language);

}  // namespace jtsim::output
