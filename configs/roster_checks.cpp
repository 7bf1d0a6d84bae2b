// Holds a roster of mines against the other tables: what cannot be is refused, what is merely odd
// becomes a warning.
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "configs/rows_coal.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

/// A league's part of the staff may differ from its `coal_jobs_share` by this much without remark.
constexpr double jobs_share_tolerance = 0.005;

/// What the mines of a league have together.
struct LeagueTotals {
  std::size_t mines = 0;
  double capacity_t_per_year = 0;
  double headcount = 0;

  void add(const agents::Mine& mine) {
    ++mines;
    capacity_t_per_year += mine.capacity_t_per_year;
    headcount += mine.headcount;
  }
};

/// The roster with its sums.
class Roster {
 public:
  Roster(const TableContext& context, const Known& known, const CsvTable& table)
      : context_(context), known_(known), table_(table), by_league_(context.tables.leagues.size()) {
    for (const agents::Mine& mine : context.tables.mines) {
      by_league_[mine.league.index()].add(mine);
      region_.add(mine);
    }
  }

  void check() const {
    check_capacity_of_region();
    check_closures();
    check_staff_of_region();
    for (std::size_t league = 0; league < by_league_.size(); ++league) {
      check_mines_of(league);
      if (by_league_[league].mines == 0) continue;
      check_capacity_of(league);
      check_staff_of(league);
    }
  }

 private:
  const agents::Tables& tables() const { return context_.tables; }
  const std::string& name_of(std::size_t league) const { return known_.leagues.ids()[league]; }
  double first_output() const { return tables().coal_output.at(context_.start); }
  const agents::Path& share_of(std::size_t league) const {
    return tables().coal_league_share[league];
  }

  void refuse(std::string_view column, const Fault& fault) const {
    report(table_, column, fault, context_.problems());
  }
  void warn(std::string_view column, const Fault& fault) const {
    report(table_, column, fault, context_.warnings);
  }
  void warn(std::size_t mine, std::string_view column, const Fault& fault) const {
    report(table_, mine, column, fault, context_.warnings);
  }

  /// More than everything cannot be dug.
  void check_capacity_of_region() const {
    if (region_.capacity_t_per_year >= first_output()) return;
    refuse("capacity_t_per_year",
           {Sentence(tr("all mines together have a capacity of {:.0f} t/year, but {:.0f} are dug "
                        "at the start"),
                     region_.capacity_t_per_year, first_output()),
            tr("at least that output, which stands in `coal_output`")});
  }

  /// A league digs coal at the start if and only if it has mines: output without mines could not be
  /// dug, mines without output would have no productivity.
  void check_mines_of(std::size_t league) const {
    const std::size_t mines = by_league_[league].mines;
    const agents::Path& path = share_of(league);
    const double share = path.at(context_.start);
    if ((share > 0) != (mines > 0)) {
      refuse("league", {Sentence(tr("`{}` has {} mines, but a share of {} in the coal output at "
                                    "the start"),
                                 name_of(league), mines, share),
                        tr("both or neither")});
      return;
    }
    for (std::size_t i = 0; mines == 0 && i < path.months.size(); ++i) {
      if (path.months[i] <= context_.start || path.values[i] <= 0) continue;
      refuse("league",
             {Sentence(tr("`{}` has no mines, but a share of {} in the coal output of {}"),
                       name_of(league), path.values[i], path.months[i].year()),
              tr("a mine, or no share")});
      return;
    }
  }

  void check_capacity_of(std::size_t league) const {
    const double output = first_output() * share_of(league).at(context_.start);
    const double capacity = by_league_[league].capacity_t_per_year;
    if (capacity >= output) return;
    warn("capacity_t_per_year",
         {Sentence(tr("the mines of `{}` have a capacity of {:.0f} t/year, but dig {:.0f} at the "
                      "start"),
                   name_of(league), capacity, output),
          tr("does the league's share in `coal_league_shares` fit the mines?")});
  }

  void check_staff_of(std::size_t league) const {
    const double share = by_league_[league].headcount / region_.headcount;
    const double expected = tables().leagues[league].coal_jobs_share;
    if (std::abs(share - expected) <= jobs_share_tolerance) return;
    warn("headcount", {Sentence(tr("`{}` has a share of {:.3f} in the staff, but `coal_jobs_share` "
                                   "is {:.3f}"),
                                name_of(league), share, expected),
                       tr("`leagues` should say what the mines say")});
  }

  void check_staff_of_region() const {
    const double mining = tables().sectors[agents::Sector::mining].employment;
    if (std::abs(region_.headcount - mining) < 1) return;
    warn("headcount",
         {Sentence(tr("the staff of all mines is {:.0f}, but the employment of `mining` {:.0f}"),
                   region_.headcount, mining),
          tr("`sectors` should say what the mines say, and what `mining` gains `other_secondary` "
             "loses")});
  }

  void check_closures() const {
    std::map<int, std::size_t> first;
    for (std::size_t i = 0; i < tables().mines.size(); ++i) {
      const agents::Mine& mine = tables().mines[i];
      const auto [entry, is_new] = first.emplace(mine.closure_order, i);
      if (!is_new) {
        warn(i, "closure_order",
             {Sentence(tr("{} stands here twice"), mine.closure_order),
              Sentence(tr("first in line {}; of both, that one closes first"),
                       table_.rows[entry->second].line)});
      }
      if (!mine.closure_month.is_never() && mine.closure_month <= context_.start)
        warn(i, "closure_month", {tr("the mine closes in the first month of the scenario"), {}});
    }
  }

  const TableContext& context_;
  const Known& known_;
  const CsvTable& table_;
  std::vector<LeagueTotals> by_league_;
  LeagueTotals region_;
};

}  // namespace

void check_roster(const TableContext& context, const Known& known, const CsvTable& table) {
  Roster(context, known, table).check();
}

}  // namespace jtsim::configs
