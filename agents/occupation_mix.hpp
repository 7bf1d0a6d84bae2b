// Which occupations a mine employs, by its method and by how far intelligent mining has come.
#pragma once

#include <vector>

#include "agents/tables.hpp"

namespace jtsim::agents {

/// Share of each occupation among the posts of a mine; sums to 1. Occupations found in either kind
/// of mine take their regional share, (1 - s) x employment share + s x share in intelligent mines;
/// the rest goes to the occupations of the mine's own method. So the region as a whole keeps the
/// shares of the table.
std::vector<double> occupation_mix(const std::vector<Occupation>& occupations, Method method,
                                   double intelligent_share);

}  // namespace jtsim::agents
