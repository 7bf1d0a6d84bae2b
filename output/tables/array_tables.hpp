// Tidy tables of the arrays in results.h5, summed up over replicates.
#pragma once

#include <vector>

#include "output/report/stored_arrays.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

/// Mean, standard error and quantiles over replicates of arrays by month, year, league and policy,
/// less the tables whose array this kind of run does not have. Throws ForeignFile.
std::vector<Table> array_tables(const StoredArrays& arrays);

}  // namespace jtsim::output
