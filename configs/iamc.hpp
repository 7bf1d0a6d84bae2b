// Paths in the format of integrated assessment models (IAMC): Model, Scenario, Region, Variable,
// Unit and a column per year, brought into the shape of our own tables.
#pragma once

#include <string>
#include <string_view>

#include "configs/csv_table.hpp"
#include "configs/problems.hpp"

namespace jtsim::configs {

/// Whether a table begins with the five columns of IAMC, in any case.
bool is_iamc(const CsvTable& table);

/// Whether the table of this name (`coal_output`, `new_energy_capacity`) may be in IAMC format.
bool reads_iamc(std::string_view table_name);

/// The rows of the variables that the table is about, as that table has them: coal_output from
/// `Production|Coal` (or `Resource|Extraction|Coal`) in Mt/yr, kt/yr or t/yr; new_energy_capacity
/// from `Capacity|Electricity|Wind`, `|Solar` (or `|Solar|PV`), `|Storage` in GW or MW. The
/// scenario's name in small letters and `_` is the path, model and scenario are the source; empty
/// years are left out. What cannot be read (other units, several regions) is reported at its cell.
CsvTable from_iamc(const CsvTable& table, Problems& problems);

}  // namespace jtsim::configs
