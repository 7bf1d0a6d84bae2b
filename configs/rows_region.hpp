// The columns of the tables about places and people: leagues, ethnicities, sectors, occupations.
#pragma once

#include <optional>
#include <string>
#include <tuple>

#include "agents/tables.hpp"
#include "base/field.hpp"
#include "configs/table_paths.hpp"

namespace jtsim::configs {

/// Calendar years that a table may name.
inline constexpr Interval years_interval{1900, 2200};

/// The columns of a row that users name.
struct NameColumns {
  std::string id;
  std::string label_zh;
  std::string label_en;

  static constexpr auto fields() {
    using S = NameColumns;
    return std::tuple{
        option({"id", "", tr("identifier in letters a-z, digits and _"), ""}, &S::id),
        option({"label_zh", "", tr("Chinese name"), ""}, &S::label_zh),
        option({"label_en", "", tr("English name"), ""}, &S::label_en),
    };
  }
  agents::Name row_name() const { return {id, label_zh, label_en}; }
};

struct LeagueRow : NameColumns, agents::League {
  static constexpr auto path = &TablePaths::leagues;
  double latitude = 0;
  double longitude = 0;

  static constexpr auto fields() {
    using L = agents::League;
    return join_fields(
        NameColumns::fields(),
        std::tuple{
            number({"population", "persons", tr("residents"), ""}, &L::population, {1, 1e9}, {}),
            number({"area_km2", "km2", tr("area"), ""}, &L::area_km2, {1, 1e7}, {}),
            number({"latitude", "degrees", tr("of the seat"), ""}, &LeagueRow::latitude, {-90, 90},
                   {}),
            number({"longitude", "degrees", tr("of the seat"), ""}, &LeagueRow::longitude,
                   {-180, 180}, {}),
            number({"coal_output_share", "share", tr("of the region's coal at the start"), ""},
                   &L::coal_output_share, share_interval, {}),
            number({"coal_jobs_share", "share", tr("of the region's coal jobs at the start"), ""},
                   &L::coal_jobs_share, share_interval, {}),
            number({"wind_share", "share", tr("of the region's wind power"), ""}, &L::wind_share,
                   share_interval, {}),
            number({"solar_share", "share", tr("of the region's solar power"), ""}, &L::solar_share,
                   share_interval, {}),
            number({"minimum_pay_class", "class", tr("of the minimum-pay table"), ""},
                   &L::minimum_pay_class, {1, 3}, {}),
            number({"coal_age_shift_years", "years", tr("added to the mean age of coal staff"), ""},
                   &L::coal_age_shift_years, {-30, 30}, {}),
            number({"state_owned_share", "share", tr("of coal staff"), ""}, &L::state_owned_share,
                   share_interval, {}),
            number({"pay_factor", "factor", tr("local pay over regional pay"), ""}, &L::pay_factor,
                   {0.01, 100}, {}),
        });
  }
};

/// A square table: the key, then one column per league.
struct DistanceRow {
  static constexpr auto path = &TablePaths::distances;
  static constexpr FieldText each_column{"<league>", "km", tr("distance between the seats"), ""};
  static constexpr Interval each_valid{0, 20'040};
  std::string league;

  static constexpr auto fields() {
    return std::tuple{
        option({"league", "", tr("identifier of a league"), ""}, &DistanceRow::league)};
  }
  const std::string& key() const { return league; }
};

struct EthnicityRow : NameColumns, agents::Ethnicity {
  static constexpr auto path = &TablePaths::ethnicities;

  static constexpr auto fields() {
    using E = agents::Ethnicity;
    return join_fields(
        NameColumns::fields(),
        std::tuple{
            number({"hiring_factor_state_owned", "factor",
                    tr("of the hiring weight at a state-owned employer"), ""},
                   &E::hiring_factor_state_owned, {0.001, 100}, {}),
            number({"hiring_factor_private", "factor",
                    tr("of the hiring weight at a private employer"), ""},
                   &E::hiring_factor_private, {0.001, 100}, {}),
            number({"attachment", "factor", tr("of the readiness to move to another league"), ""},
                   &E::attachment, {0, 100}, {}),
        });
  }
};

struct EthnicShareRow {
  static constexpr auto path = &TablePaths::ethnic_shares;
  std::string league;
  std::string ethnicity;
  double population_share = 0;
  double coal_share = 0;

  static constexpr auto fields() {
    using S = EthnicShareRow;
    return std::tuple{
        option({"league", "", tr("identifier of a league"), ""}, &S::league),
        option({"ethnicity", "", tr("identifier of an ethnicity"), ""}, &S::ethnicity),
        number({"population_share", "share", tr("of the residents of the league"), ""},
               &S::population_share, share_interval, {}),
        number({"coal_share", "share", tr("of the coal staff of the league"), ""}, &S::coal_share,
               share_interval, {}),
    };
  }
};

struct SectorColumns : agents::SectorRow {
  static constexpr auto path = &TablePaths::sectors;
  agents::Sector id = agents::Sector::mining;

  static constexpr auto fields() {
    using S = agents::SectorRow;
    return std::tuple{
        option({"id", "", tr("sector"), ""}, &SectorColumns::id),
        number({"employment", "persons", tr("at the start"), ""}, &S::employment, {0, 1e9}, {}),
        number({"urban_share", "share", tr("of them in the urban labour force"), ""},
               &S::urban_share, share_interval, {}),
        number({"separation_weight", "weight", tr("relative rate of separation into unemployment"),
                ""},
               &S::separation_weight, {0, 1000}, {}),
        number({"job_to_job_rate", "1/month", tr("hazard of going directly to another job"), ""},
               &S::job_to_job_rate, share_interval, {}),
        number({"surplus_separation_share", "share/month", tr("of surplus posts that end"), ""},
               &S::surplus_separation_share, share_interval, {}),
        number({"state_owned_share", "share", tr("of posts with state-owned employers"), ""},
               &S::state_owned_share, share_interval, {}),
    };
  }
};

struct OccupationRow : NameColumns, agents::Occupation {
  static constexpr auto path = &TablePaths::occupations;
  /// Empty outside new energy and outside mining, respectively.
  std::optional<agents::Stage> stage_cell;
  std::optional<agents::Method> method_cell;

  static constexpr auto fields() {
    using O = agents::Occupation;
    return join_fields(
        NameColumns::fields(),
        std::tuple{
            option({"sector", "", tr("sector"), ""}, &O::sector),
            option({"stage", "", tr("stage of a power project; empty outside new energy"), ""},
                   &OccupationRow::stage_cell),
            option({"method", "", tr("how coal is dug; empty outside mining"), ""},
                   &OccupationRow::method_cell),
            option({"minimum_education", "", tr("education needed"), ""}, &O::minimum_education),
            number({"base_pay", "mean mining pay", tr("pay at the start"), ""}, &O::base_pay,
                   {0.001, 100}, {}),
            number({"employment_share", "share", tr("of the sector at the start"), ""},
                   &O::employment_share, share_interval, {}),
            number({"intelligent_share", "share", tr("of posts in a fully intelligent mine"), ""},
                   &O::intelligent_share, share_interval, {}),
            number({"cadre_share", "share", tr("of posts of category cadre"), ""}, &O::cadre_share,
                   share_interval, {}),
            number({"female_share", "share", tr("of women"), ""}, &O::female_share, share_interval,
                   {}),
            number({"separation_factor", "factor", tr("of the sector's separation weight"), ""},
                   &O::separation_factor, {0, 1000}, {}),
        });
  }
};

/// A square table: the key, then one column per occupation.
struct ProximityRow {
  static constexpr auto path = &TablePaths::proximity;
  static constexpr FieldText each_column{
      "<occupation>", "share", tr("of what that occupation needs that this one can do"), ""};
  static constexpr Interval each_valid = share_interval;
  std::string from;

  static constexpr auto fields() {
    return std::tuple{
        option({"from", "", tr("identifier of an occupation"), ""}, &ProximityRow::from)};
  }
  const std::string& key() const { return from; }
};

struct HiringFactorRow {
  static constexpr auto path = &TablePaths::hiring_factors;
  std::string attribute;
  std::string group;
  double factor = 1;

  static constexpr auto fields() {
    using S = HiringFactorRow;
    return std::tuple{
        option({"attribute", "", tr("age_band, sex, education or spell_months"), ""},
               &S::attribute),
        option({"group", "", tr("group of the attribute; months of a spell count from 0"), ""},
               &S::group),
        number({"factor", "factor", tr("of the hiring weight"), ""}, &S::factor, {0, 1000}, {}),
    };
  }
};

struct LabourForceRow {
  static constexpr auto path = &TablePaths::labour_force;
  int year = 0;
  double index = 1;

  static constexpr auto fields() {
    using S = LabourForceRow;
    return std::tuple{
        number({"year", "year", tr("reached in its December"), ""}, &S::year, years_interval, {}),
        number({"index", "ratio", tr("labour force, 1 at the start"), ""}, &S::index, {0.001, 1000},
               {}),
    };
  }
};

}  // namespace jtsim::configs
