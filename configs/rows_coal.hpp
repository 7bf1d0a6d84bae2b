// The columns of the tables about coal: mines, output, productivity, staff.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

#include "agents/tables.hpp"
#include "configs/rows_region.hpp"

namespace jtsim::configs {

/// How a mine is worked. Occupations may belong to both methods, a mine has one.
enum class MineMethod : std::uint8_t { underground, open_pit };

}  // namespace jtsim::configs

namespace jtsim {
template <>
inline constexpr std::array<Label, 2> labels_of<configs::MineMethod>{{
    tr("underground"),
    tr("open pit"),
}};
}  // namespace jtsim

namespace jtsim::configs {

struct MineRow : NameColumns, agents::Mine {
  static constexpr auto path = &TablePaths::mines;
  std::string group_cell;
  std::string league_cell;
  MineMethod method_cell = MineMethod::underground;
  std::optional<Month> closure_cell;

  static constexpr auto fields() {
    using M = agents::Mine;
    using S = MineRow;
    return join_fields(
        NameColumns::fields(),
        std::tuple{
            option({"group", "", tr("identifier of the enterprise group"), ""}, &S::group_cell),
            option({"league", "", tr("identifier of a league"), ""}, &S::league_cell),
            option({"ownership", "", tr("ownership"), ""}, &M::ownership),
            option({"method", "", tr("underground or open_pit"), ""}, &S::method_cell),
            number({"capacity_t_per_year", "t/year", tr("raw coal at the start"), ""},
                   &M::capacity_t_per_year, {1, 1e9}, {}),
            number({"headcount", "persons", tr("staff at the start, above-scale firms"), ""},
                   &M::headcount, {1, 1e6}, {}),
            number({"closure_order", "rank", tr("1 closes first"), ""}, &M::closure_order, {1, 1e6},
                   {}),
            option({"closure_month", "", tr("fixed month of closure; empty: none"), ""},
                   &S::closure_cell),
        });
  }
};

struct CoalOutputRow {
  static constexpr auto path = &TablePaths::coal_output;
  std::string path_name;
  int year = 0;
  double output_t = 0;

  static constexpr auto fields() {
    using S = CoalOutputRow;
    return std::tuple{
        option({"path", "", tr("name of the path; demand.coal_path chooses one"), ""},
               &S::path_name),
        number({"year", "year", tr("reached in its December"), ""}, &S::year, years_interval, {}),
        number({"output_t", "t/year", tr("raw coal of the region"), ""}, &S::output_t, {0, 1e11},
               {}),
    };
  }
};

struct CoalLeagueShareRow {
  static constexpr auto path = &TablePaths::coal_league_shares;
  std::string league;
  int year = 0;
  double share = 0;

  static constexpr auto fields() {
    using S = CoalLeagueShareRow;
    return std::tuple{
        option({"league", "", tr("identifier of a league"), ""}, &S::league),
        number({"year", "year", tr("reached in its December"), ""}, &S::year, years_interval, {}),
        number({"share", "share", tr("of the region's output"), ""}, &S::share, share_interval, {}),
    };
  }
};

struct ProductivityRow {
  static constexpr auto path = &TablePaths::productivity;
  int year = 0;
  double growth_per_year = 0;

  static constexpr auto fields() {
    using S = ProductivityRow;
    return std::tuple{
        number({"year", "year", tr("from its January on"), ""}, &S::year, years_interval, {}),
        number({"growth_per_year", "1/year", tr("growth of output per worker"), ""},
               &S::growth_per_year, {-0.5, 1}, {}),
    };
  }
};

struct IntelligentMiningRow {
  static constexpr auto path = &TablePaths::intelligent_mining;
  int year = 0;
  double share = 0;

  static constexpr auto fields() {
    using S = IntelligentMiningRow;
    return std::tuple{
        number({"year", "year", tr("reached in its December"), ""}, &S::year, years_interval, {}),
        number({"share", "share", tr("of capacity changed to intelligent mining"), ""}, &S::share,
               share_interval, {}),
    };
  }
};

struct CapacityAdditionRow {
  static constexpr auto path = &TablePaths::capacity_additions;
  Month month;
  std::string league;
  double capacity_t_per_year = 0;

  static constexpr auto fields() {
    using S = CapacityAdditionRow;
    return std::tuple{
        option({"month", "", tr("from this month on"), ""}, &S::month),
        option({"league", "", tr("identifier of a league"), ""}, &S::league),
        number({"capacity_t_per_year", "t/year", tr("added to the open mines pro rata"), ""},
               &S::capacity_t_per_year, {0, 1e10}, {}),
    };
  }
};

struct CoalWorkforceRow {
  static constexpr auto path = &TablePaths::coal_workforce;
  std::string attribute;
  std::string group;
  double share = 0;

  static constexpr auto fields() {
    using S = CoalWorkforceRow;
    return std::tuple{
        option({"attribute", "", tr("what is described: education, hukou, age_mean, ..."), ""},
               &S::attribute),
        option({"group", "", tr("group of the attribute, or all"), ""}, &S::group),
        number({"share", "share or years", tr("share of the group; years for ages and tenure"), ""},
               &S::share, {0, 120}, {}),
    };
  }
};

struct DisplacementWeightRow {
  static constexpr auto path = &TablePaths::displacement_weights;
  std::string attribute;
  std::string group;
  double weight = 1;

  static constexpr auto fields() {
    using S = DisplacementWeightRow;
    return std::tuple{
        option({"attribute", "", tr("contract, age_band, education, sex or ethnicity"), ""},
               &S::attribute),
        option({"group", "", tr("group of the attribute"), ""}, &S::group),
        number({"weight", "weight", tr("relative risk of being chosen"), ""}, &S::weight,
               {1e-6, 1e6}, {}),
    };
  }
};

}  // namespace jtsim::configs
