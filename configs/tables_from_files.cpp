// All tables of a scenario.
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

agents::Tables read_tables(TableReader& reader, const agents::Settings& settings, Month start,
                           Problems& warnings) {
  agents::Tables tables;
  const TableContext context{reader, settings, start, tables, warnings, reader.problems().count()};
  const Known known = read_region_tables(context);
  read_labour_tables(context);
  read_coal_tables(context, known);
  read_coal_staff_tables(context, known);
  read_energy_tables(context, known);
  read_pay_tables(context);
  read_law_tables(context);
  return tables;
}

}  // namespace jtsim::configs
