// Leagues, ethnicities and the distances and shares between them.
#include <cmath>

#include <fmt/format.h>

#include "configs/rows_region.hpp"
#include "configs/square_table.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

/// A set of leagues or ethnicities is one 64-bit word in the model.
constexpr std::size_t most_leagues = 64;
constexpr std::size_t most_ethnicities = 64;

void check_league_sums(const Rows<LeagueRow>& rows, Problems& problems) {
  for_each_field<LeagueRow>([&](const auto& field) {
    const std::string_view column = field.text.name;
    const bool adds_up = column == "coal_output_share" || column == "coal_jobs_share" ||
                         column == "wind_share" || column == "solar_share";
    if constexpr (std::is_same_v<typename std::decay_t<decltype(field)>::member_type, double>) {
      if (!adds_up) return;
      double sum = 0;
      for (const LeagueRow& row : rows.rows) sum += row.*(field.member);
      check_sum_is_one(rows.table, column, sum, tr("over leagues"), problems);
    }
  });
}

/// Whether the leagues can be looked up, whatever is wrong with their numbers.
bool read_leagues(const TableContext& context) {
  const Rows<LeagueRow> rows = context.reader.read<LeagueRow>();
  if (!rows.has_columns) return false;
  const bool has_ids = check_ids(rows.table, most_leagues, context.problems());
  if (rows.complete && !rows.rows.empty()) check_league_sums(rows, context.problems());
  if (!has_ids) return false;
  for (const LeagueRow& row : rows.rows) {
    agents::League& league = context.tables.leagues.emplace_back(row);
    league.name = row.row_name();
  }
  return true;
}

/// The same of ethnicities.
bool read_ethnicities(const TableContext& context) {
  const Rows<EthnicityRow> rows = context.reader.read<EthnicityRow>();
  if (!rows.has_columns) return false;
  if (!check_ids(rows.table, most_ethnicities, context.problems())) return false;
  for (const EthnicityRow& row : rows.rows) {
    agents::Ethnicity& ethnicity = context.tables.ethnicities.emplace_back(row);
    ethnicity.name = row.row_name();
  }
  return true;
}

/// Distances are the same both ways, and 0 within a league only.
void check_distances(const CsvTable& table, const SquareTable& square, Problems& problems) {
  const std::size_t n = square.row_of.size();
  for (std::size_t a = 0; a < n; ++a) {
    for (std::size_t b = 0; b < n; ++b) {
      const double km = square.matrix(a, b);
      const std::size_t row = square.row_of[a];
      const std::string& column = square.ids[b];
      if ((a == b) != (km == 0)) {
        report(
            table, row, column,
            {a == b ? tr("a league is at distance 0 from itself") : tr("two leagues at distance 0"),
             {}},
            problems);
      } else if (b < a && km != square.matrix(b, a)) {
        report(table, row, column,
               {Sentence(tr("{} km, but {} km in the other direction"), km, square.matrix(b, a)),
                tr("the same both ways")},
               problems);
      }
    }
  }
}

/// Fills [league][ethnicity] with the coal shares; both shares add to 1 within each league.
class EthnicShares {
 public:
  EthnicShares(const Rows<EthnicShareRow>& rows, const Known& known)
      : rows_(rows),
        known_(known),
        population_(known.leagues.ids().size(), 0.0),
        coal_(known.leagues.ids().size(), 0.0) {}

  agents::Matrix read(Problems& problems) {
    const std::size_t before = problems.count();
    check_unique(rows_.table, {"league", "ethnicity"}, problems);
    const std::size_t ethnicities = known_.ethnicities.ids().size();
    agents::Matrix matrix{ethnicities, std::vector<double>(coal_.size() * ethnicities, 0.0)};
    for (std::size_t i = 0; i < rows_.rows.size(); ++i) {
      const auto league = named_in(known_.leagues, rows_, i, "league", problems);
      const auto ethnicity = named_in(known_.ethnicities, rows_, i, "ethnicity", problems);
      if (!league || !ethnicity) continue;
      matrix(*league, *ethnicity) = rows_.rows[i].coal_share;
      coal_[*league] += rows_.rows[i].coal_share;
      population_[*league] += rows_.rows[i].population_share;
    }
    const bool has_names = known_.leagues.complete() && known_.ethnicities.complete();
    if (!rows_.complete || !has_names || problems.count() != before) return matrix;
    for (std::size_t league = 0; league < coal_.size(); ++league) {
      const Sentence whose(tr("of `{}`"), known_.leagues.ids()[league]);
      check_sum_is_one(rows_.table, "population_share", population_[league], whose, problems);
      check_sum_is_one(rows_.table, "coal_share", coal_[league], whose, problems);
    }
    return matrix;
  }

 private:
  const Rows<EthnicShareRow>& rows_;
  const Known& known_;
  std::vector<double> population_;
  std::vector<double> coal_;
};

}  // namespace

Known read_region_tables(const TableContext& context) {
  const bool leagues_complete = read_leagues(context);
  const bool ethnicities_complete = read_ethnicities(context);
  Known known{NameIndex(context.tables.leagues, leagues_complete),
              NameIndex(context.tables.ethnicities, ethnicities_complete)};
  if (known.leagues.complete()) {
    const Rows<DistanceRow> rows = context.reader.read<DistanceRow>(known.leagues.ids());
    if (const auto square = square_table(rows, known.leagues, context.problems())) {
      check_distances(rows.table, *square, context.problems());
      context.tables.distance_km = square->matrix;
    }
  } else {
    context.reader.try_open(DistanceRow::path);
  }
  const Rows<EthnicShareRow> shares = context.reader.read<EthnicShareRow>();
  if (shares.has_columns)
    context.tables.coal_ethnicity = EthnicShares(shares, known).read(context.problems());
  return known;
}

}  // namespace jtsim::configs
