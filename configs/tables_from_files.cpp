// All tables of a scenario, and what must hold between them.
#include "configs/tables_from_files.hpp"

#include <fmt/format.h>

#include "configs/rows_coal.hpp"

namespace jtsim::configs {

namespace {

/// Where a fault of the roster as a whole is reported.
Place roster_place(const TableContext& context) {
  return {context.reader.file_of(MineRow::path), 1, 1};
}

/// A league digs coal at the start if and only if it has mines: output without mines could not be
/// dug, mines without output would have no productivity.
void check_mines_against_output(const TableContext& context, const Known& known) {
  const agents::Tables& tables = context.tables;
  std::vector<int> mines(tables.leagues.size(), 0);
  for (const agents::Mine& mine : tables.mines) ++mines[mine.league.index()];
  for (std::size_t league = 0; league < mines.size(); ++league) {
    const double share = tables.coal_league_share[league].at(context.start);
    if ((share > 0) == (mines[league] > 0)) continue;
    context.problems().add(
        {roster_place(context), "mines.league",
         fmt::format("`{}` has {} mines, but a share of {} in the coal output at the start",
                     known.leagues.ids()[league], mines[league], share),
         "both or neither"});
  }
}

/// Output must be there to begin with.
void check_output_at_start(const TableContext& context) {
  if (context.tables.coal_output.at(context.start) > 0) return;
  context.problems().add({{context.reader.file_of(CoalOutputRow::path), 1, 1},
                          "coal_output.output_t",
                          "no coal is dug at the start of the scenario",
                          "more than 0"});
}

}  // namespace

agents::Tables read_tables(TableReader& reader, const agents::Settings& settings, Month start) {
  agents::Tables tables;
  const TableContext context{reader, settings, start, tables};
  const Known known = read_region_tables(context);
  read_labour_tables(context);
  read_coal_tables(context, known);
  read_coal_staff_tables(context, known);
  read_energy_tables(context, known);
  read_pay_tables(context);
  read_law_tables(context);
  if (context.problems().empty()) {
    check_output_at_start(context);
    check_mines_against_output(context, known);
  }
  return tables;
}

}  // namespace jtsim::configs
