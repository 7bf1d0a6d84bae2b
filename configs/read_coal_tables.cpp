// Mines, coal output and the paths of productivity and capacity.
#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "configs/reported.hpp"
#include "configs/rows_coal.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

/// Positions of mines and groups have 16 bits, all set means none.
constexpr std::size_t most_mines = 65'534;

/// Position of the group of that name; a new one is added.
GroupId group_of(const std::string& id, std::vector<agents::Name>& groups,
                 std::map<std::string, GroupId>& known) {
  const auto [entry, is_new] = known.emplace(id, GroupId(groups.size()));
  if (is_new) groups.push_back({id, id, id});
  return entry->second;
}

void check_group(const Rows<MineRow>& rows, std::size_t i, Problems& problems) {
  const std::string& group = rows.rows[i].group_cell;
  if (group.empty() || is_identifier(group)) return;  // an empty cell was reported when it was read
  report(rows.table, i, "group",
         {Sentence(tr("{} cannot be an identifier"), quoted_for_message(group)),
          tr("letters a-z, digits and `_`, beginning with a letter")},
         problems);
}

agents::Method method_of(MineMethod method) {
  return method == MineMethod::underground ? agents::Method::underground : agents::Method::open_pit;
}

/// The table of the roster.
CsvTable read_mines(const TableContext& context, const Known& known) {
  Rows<MineRow> rows = context.reader.read<MineRow>();
  if (!rows.has_columns) return {};
  check_ids(rows.table, most_mines, context.problems());
  std::map<std::string, GroupId> groups;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const MineRow& row = rows.rows[i];
    check_group(rows, i, context.problems());
    agents::Mine& mine = context.tables.mines.emplace_back(row);
    mine.name = row.row_name();
    mine.method = method_of(row.method_cell);
    mine.group = group_of(row.group_cell, context.tables.groups, groups);
    mine.closure_month = row.closure_cell.value_or(Month::never());
    const auto league = named_in(known.leagues, rows, i, "league", context.problems());
    if (league) mine.league = LeagueId(*league);
  }
  return std::move(rows.table);
}

void read_coal_output(const TableContext& context) {
  const Rows<CoalOutputRow> rows = context.reader.read<CoalOutputRow>();
  if (!rows.has_columns) return;
  const std::string& chosen = context.settings.demand.coal_path;
  const bool has_path = context.reader.check_path_name(rows.table, "demand.coal_path", chosen);
  if (!has_path || !rows.complete) return;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    if (rows.rows[i].path_name != chosen) continue;
    add_point(context.tables.coal_output, year_end(rows.rows[i].year), rows.rows[i].output_t,
              rows.table, i, "year", context.problems());
  }
  const agents::Path& path = context.tables.coal_output;
  if (!path.months.empty() && path.at(context.start) <= 0) {
    report(rows.table, "output_t",
           {tr("no coal is dug at the start of the scenario"), tr("more than 0")},
           context.problems());
  }
}

/// Every year that is named has all leagues, and they add to 1.
void check_league_shares(const Rows<CoalLeagueShareRow>& rows, const Known& known,
                         Problems& problems) {
  check_unique(rows.table, {"league", "year"}, problems);
  std::map<int, double> sum;
  std::map<int, std::size_t> count;
  for (const CoalLeagueShareRow& row : rows.rows) {
    sum[row.year] += row.share;
    ++count[row.year];
  }
  for (const auto& [year, total] : sum) {
    check_sum_is_one(rows.table, "share", total, Sentence(tr("of {}"), year), problems);
    if (count[year] != known.leagues.ids().size()) {
      report(rows.table, "league",
             {Sentence(tr("{} leagues in {}"), count[year], year),
              Sentence(tr("all {}"), known.leagues.ids().size())},
             problems);
    }
  }
  if (sum.empty()) report(rows.table, "", {tr("the table has no rows"), {}}, problems);
}

void read_league_shares(const TableContext& context, const Known& known) {
  const Rows<CoalLeagueShareRow> rows = context.reader.read<CoalLeagueShareRow>();
  if (!rows.has_columns) return;
  const bool complete = rows.complete && known.leagues.complete();
  if (complete) check_league_shares(rows, known, context.problems());
  context.tables.coal_league_share.resize(known.leagues.ids().size());
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const auto league = named_in(known.leagues, rows, i, "league", context.problems());
    if (!league || !complete) continue;
    add_point(context.tables.coal_league_share[*league], year_end(rows.rows[i].year),
              rows.rows[i].share, rows.table, i, "year", context.problems());
  }
}

/// An addition that adds nothing: it is spread over the open mines of its league, in its month.
void warn_of_addition(const TableContext& context, const CsvTable& table, std::size_t row,
                      const agents::CapacityAddition& addition) {
  const auto is_there = [&](const agents::Mine& mine) { return mine.league == addition.league; };
  if (std::ranges::none_of(context.tables.mines, is_there))
    report(table, row, "league", {tr("the league has no mines"), tr("it has no effect")},
           context.warnings);
  if (addition.month <= context.start) {
    report(
        table, row, "month",
        {tr("not after the start of the scenario"), tr("the capacity then belongs into `mines`")},
        context.warnings);
  }
}

void read_capacity_additions(const TableContext& context, const Known& known) {
  const Rows<CapacityAdditionRow> rows = context.reader.read<CapacityAdditionRow>();
  if (!rows.has_columns) return;
  for (std::size_t i = 0; i < rows.rows.size(); ++i) {
    const CapacityAdditionRow& row = rows.rows[i];
    const auto league = named_in(known.leagues, rows, i, "league", context.problems());
    if (!league || !rows.complete) continue;
    const agents::CapacityAddition addition{row.month, LeagueId(*league), row.capacity_t_per_year};
    warn_of_addition(context, rows.table, i, addition);
    context.tables.capacity_additions.push_back(addition);
  }
  std::stable_sort(context.tables.capacity_additions.begin(),
                   context.tables.capacity_additions.end(),
                   [](const auto& a, const auto& b) { return a.month < b.month; });
}

}  // namespace

void read_coal_tables(const TableContext& context, const Known& known) {
  const CsvTable mines = read_mines(context, known);
  read_coal_output(context);
  read_league_shares(context, known);
  read_capacity_additions(context, known);
  Problems& problems = context.problems();
  const auto productivity = context.reader.read<ProductivityRow>();
  context.tables.productivity_growth =
      yearly_path(productivity, &ProductivityRow::growth_per_year, year_start, problems);
  const auto intelligent = context.reader.read<IntelligentMiningRow>();
  context.tables.intelligent_share =
      yearly_path(intelligent, &IntelligentMiningRow::share, year_end, problems);
  // Which output the mines must dig depends on the month in which the scenario starts.
  const bool has_start = !is_reported(problems, "start");
  if (has_start && context.is_sound()) check_roster(context, known, mines);
  if (context.is_sound()) apply_coal_base(context);
}

}  // namespace jtsim::configs
