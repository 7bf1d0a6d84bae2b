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
        option({"path", "", "name of the path; demand.new_energy_path chooses one", ""},
               &S::path_name),
        option({"technology", "", "technology", ""}, &S::technology),
        number({"year", "year", "at its end", ""}, &S::year, years_interval, {}),
        number({"capacity_mw", "MW", "running", ""}, &S::capacity_mw, {0, 1e8}, {}),
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
        option({"technology", "", "technology", ""}, &S::technology),
        option({"stage", "", "construction, manufacturing or operation", ""}, &S::stage),
        number(
            {"jobs_per_mw", "jobs/MW", "running; job-years per MW built for the other stages", ""},
            &E::jobs_per_mw, {0, 1000}, {}),
        number({"local_share", "share", "of them in the region", ""}, &E::local_share,
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
        number({"year", "year", "reached in its December", ""}, &S::year, years_interval, {}),
        number({"multiplier", "factor", "of all employment factors", ""}, &S::multiplier, {0, 100},
               {}),
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
            option({"league", "", "identifier of a league", ""}, &NewEnergyPlantRow::league_cell),
            option({"stage", "", "construction, manufacturing or operation", ""}, &P::stage),
            option({"start_month", "", "from this month on", ""}, &P::start),
            number({"jobs", "posts", "promised", ""}, &P::jobs, {0, 1e7}, {}),
            number({"realised_share", "share", "of them that appear", ""}, &P::realised_share,
                   share_interval, {}),
        });
  }
};

}  // namespace jtsim::configs
