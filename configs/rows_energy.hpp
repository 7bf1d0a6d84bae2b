// The columns of the tables about new energy: capacity, jobs per MW, single works.
#pragma once

#include <string>
#include <tuple>

#include "agents/tables.hpp"
#include "configs/rows_coal.hpp"

namespace jtsim::configs {

struct NewEnergyCapacityRow {
  static constexpr auto path = &TablePaths::new_energy_capacity;
  std::string path_name;
  agents::Technology technology = agents::Technology::wind;
  int year = 0;
  double capacity_mw = 0;

  static constexpr auto fields() {
    using S = NewEnergyCapacityRow;
    return std::tuple{
        option({"path", "", tr("name of the path; demand.new_energy_path chooses one"), ""},
               &S::path_name),
        option({"technology", "", tr("technology"), ""}, &S::technology),
        number({"year", "year", tr("at its end"), ""}, &S::year, years_interval, {}),
        number({"capacity_mw", "MW", tr("running"), ""}, &S::capacity_mw, {0, 1e8}, {}),
    };
  }
};

struct EmploymentFactorRow : agents::EmploymentFactor {
  static constexpr auto path = &TablePaths::employment_factors;
  agents::Technology technology = agents::Technology::wind;
  agents::Stage stage = agents::Stage::construction;

  static constexpr auto fields() {
    using S = EmploymentFactorRow;
    using E = agents::EmploymentFactor;
    return std::tuple{
        option({"technology", "", tr("technology"), ""}, &S::technology),
        option({"stage", "", tr("construction, manufacturing or operation"), ""}, &S::stage),
        number({"jobs_per_mw", "jobs/MW",
                tr("running; job-years per MW built for the other stages"), ""},
               &E::jobs_per_mw, {0, 1000}, {}),
        number({"local_share", "share", tr("of them in the region"), ""}, &E::local_share,
               share_interval, {}),
    };
  }
};

struct EmploymentMultiplierRow {
  static constexpr auto path = &TablePaths::employment_multiplier;
  int year = 0;
  double multiplier = 1;

  static constexpr auto fields() {
    using S = EmploymentMultiplierRow;
    return std::tuple{
        number({"year", "year", tr("reached in its December"), ""}, &S::year, years_interval, {}),
        number({"multiplier", "factor", tr("of all employment factors"), ""}, &S::multiplier,
               {0, 100}, {}),
    };
  }
};

struct NewEnergyPlantRow : NameColumns, agents::NewEnergyPlant {
  static constexpr auto path = &TablePaths::new_energy_plants;
  std::string league_cell;

  static constexpr auto fields() {
    using P = agents::NewEnergyPlant;
    return join_fields(
        NameColumns::fields(),
        std::tuple{
            option({"league", "", tr("identifier of a league"), ""},
                   &NewEnergyPlantRow::league_cell),
            option({"stage", "", tr("construction, manufacturing or operation"), ""}, &P::stage),
            option({"start_month", "", tr("from this month on"), ""}, &P::start),
            number({"jobs", "posts", tr("promised"), ""}, &P::jobs, {0, 1e7}, {}),
            number({"realised_share", "share", tr("of them that appear"), ""}, &P::realised_share,
                   share_interval, {}),
        });
  }
};

struct TransitionProjectRow : NameColumns, agents::TransitionProject {
  static constexpr auto path = &TablePaths::transition_projects;
  std::string league_cell;
  std::string place;

  static constexpr auto fields() {
    using S = TransitionProjectRow;
    using P = agents::TransitionProject;
    return join_fields(
        NameColumns::fields(),
        std::tuple{
            option({"league", "", tr("identifier of a league"), ""}, &S::league_cell),
            option({"place", "", tr("banner or district, for the reader"), ""}, &S::place),
            option({"field", "", tr("what it is about"), ""}, &P::field),
            option({"stage", "", tr("of its posts while it runs: manufacturing or operation"), ""},
                   &P::stage),
            number({"investment_yuan", "yuan of the price year", tr("total"), ""},
                   &P::investment_yuan, {1e4, 1e12}, {}),
            number({"price_year", "year", tr("of the investment"), ""}, &P::price_year,
                   years_interval, {}),
            number({"wind_mw", "MW", tr("wind power it builds"), ""}, &P::wind_mw, {0, 1e6}, {}),
            number({"solar_mw", "MW", tr("solar power it builds"), ""}, &P::solar_mw, {0, 1e6}, {}),
            option({"start_month", "", tr("not begun before"), ""}, &P::start),
            number({"building_months", "months", tr("from its beginning until it runs"), ""},
                   &P::building_months, {1, 180}, {}),
        });
  }
};

}  // namespace jtsim::configs
