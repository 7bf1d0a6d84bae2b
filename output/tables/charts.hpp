// The charts of a book of tables.
#pragma once

#include "output/tables/table.hpp"

namespace jtsim::output {

/// Adds the charts of a run or of a comparison whose tables are there; a chart's rows must stand
/// together and its series have the same categories, else it is left out.
void add_charts(TableBook& book);

}  // namespace jtsim::output
