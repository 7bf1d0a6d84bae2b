// New energy's part of demand: jobs from capacity, additions and employment factors.
#include <algorithm>

#include "agents/demand.hpp"

namespace jtsim::agents {

namespace {

/// MW running, and MW added a year around `month`: net additions plus what is rebuilt at the end of
/// its life, both as the mean over the building time, since projects are built over several years.
struct Capacity {
  double running = 0;
  double added = 0;
};

Capacity capacity_of(const Path& path, Month month, const DemandSettings& settings) {
  const int building = settings.building_months;
  const auto net = [&](Month m) {
    return std::max(0.0, path.at(m) - path.at(m - building)) * Month::per_year / building;
  };
  return {path.at(month), net(month) + net(month - settings.plant_life_years * Month::per_year)};
}

double league_share(const League& league, Technology technology) {
  switch (technology) {
    case Technology::wind:
      return league.wind_share;
    case Technology::solar:
      return league.solar_share;
    case Technology::storage:
      return (league.wind_share + league.solar_share) / 2;
  }
  return 0;
}

/// Jobs of one stage by league: all technologies, and the named plants.
std::vector<double> stage_jobs(const Inputs& inputs, Stage stage, Month month) {
  const Tables& t = inputs.tables;
  std::vector<double> jobs(t.leagues.size(), 0.0);
  const double multiplier = t.employment_multiplier.at(month);
  for (const Technology technology : all_of_enum<Technology>()) {
    const Capacity capacity =
        capacity_of(t.new_energy_capacity[technology], month, inputs.settings.demand);
    const EmploymentFactor& factor = t.employment_factors[technology][stage];
    const double base = stage == Stage::operation ? capacity.running : capacity.added;
    for (std::size_t r = 0; r < jobs.size(); ++r) {
      jobs[r] += multiplier * factor.local_share * factor.jobs_per_mw * base *
                 league_share(t.leagues[r], technology);
    }
  }
  for (const NewEnergyPlant& plant : t.new_energy_plants) {
    if (plant.stage == stage && plant.start <= month)
      jobs[plant.league.index()] += plant.jobs * plant.realised_share;
  }
  return jobs;
}

}  // namespace

std::vector<double> new_energy_jobs(const Inputs& inputs, Month month) {
  const Tables& t = inputs.tables;
  const Cells cells{t.occupations.size(), t.leagues.size()};
  std::vector<double> by_cell(cells.count(), 0.0);
  for (const Stage stage : {Stage::construction, Stage::manufacturing, Stage::operation}) {
    double share = 0;
    for (const Occupation& job : t.occupations)
      share += job.stage == stage ? job.employment_share : 0.0;
    if (share <= 0) continue;
    const std::vector<double> jobs = stage_jobs(inputs, stage, month);
    for (std::size_t o = 0; o < t.occupations.size(); ++o) {
      if (t.occupations[o].stage != stage) continue;
      for (std::size_t r = 0; r < jobs.size(); ++r) {
        by_cell[cells(OccupationId{o}, LeagueId{r})] =
            jobs[r] * t.occupations[o].employment_share / share;
      }
    }
  }
  return by_cell;
}

}  // namespace jtsim::agents
