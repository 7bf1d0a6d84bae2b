// The result of a run as text for a terminal: where people are, what became of the displaced, what
// it cost.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "output/summary.hpp"

namespace jtsim::output {

/// How a table is told.
struct TableStyle {
  Language language = Language::en;
  /// In whose prices money is stated.
  int price_year = 0;
};

/// Tables of the headline groups at 2020, 2025, 2030, 2035, 2050, 2060 as far as the run covers
/// them and at its last December, of inequality, of displacements and destinations, of who bears
/// the change, of spending by payer, and of targets;
/// means with the 90 % interval over replicates below. Parts whose outcomes a run does not have are
/// left out (a run of the kind `urn` has the table `urn_table`), single figures that it does not
/// have, or that rest on fewer than `output.minimum_group` persons in some replicate, show as "-".
std::string terminal_table(const std::vector<NamedStatistics>& all, const Axes& axes,
                           const TableStyle& style);

}  // namespace jtsim::output
