// Series of the displaced: what became of them. One line each: name, axes, unit,
// meaning, when and how it is filled.
#include "output/fills.hpp"
#include "output/series_tables.hpp"

namespace jtsim::output {

namespace {

using enum Axis;
using enum When;

constexpr std::string_view persons = "persons";

constexpr auto table = std::to_array<Series>({
    {"destination",
     {displaced_year, horizon, destination_kind},
     persons,
     tr("what became of the displaced"),
     run_end,
     fill_destination<>},
    {"destination_by_age_band",
     {displaced_year, horizon, age_band, destination_kind},
     persons,
     tr("what became of the displaced by age band"),
     run_end,
     fill_destination<age_band>},
    {"destination_by_sex",
     {displaced_year, horizon, sex, destination_kind},
     persons,
     tr("what became of the displaced by sex"),
     run_end,
     fill_destination<sex>},
    {"destination_by_ethnicity",
     {displaced_year, horizon, ethnicity, destination_kind},
     persons,
     tr("what became of the displaced by ethnicity"),
     run_end,
     fill_destination<ethnicity>},
    {"destination_by_education",
     {displaced_year, horizon, education, destination_kind},
     persons,
     tr("what became of the displaced by education"),
     run_end,
     fill_destination<education>},
    {"destination_by_region",
     {displaced_year, horizon, region, destination_kind},
     persons,
     tr("what became of the displaced by league"),
     run_end,
     fill_destination<region>},
    {"destination_pair_age_band_region",
     {displaced_year, pair_horizon, age_band, region, destination_kind},
     persons,
     tr("what became of the displaced by age band and league"),
     run_end,
     fill_destination_pair<age_band>},
    {"destination_pair_sex_region",
     {displaced_year, pair_horizon, sex, region, destination_kind},
     persons,
     tr("what became of the displaced by sex and league"),
     run_end,
     fill_destination_pair<sex>},
    {"destination_pair_ethnicity_region",
     {displaced_year, pair_horizon, ethnicity, region, destination_kind},
     persons,
     tr("what became of the displaced by ethnicity and league"),
     run_end,
     fill_destination_pair<ethnicity>},
    {"destination_pair_education_region",
     {displaced_year, pair_horizon, education, region, destination_kind},
     persons,
     tr("what became of the displaced by education and league"),
     run_end,
     fill_destination_pair<education>},
});

}  // namespace

std::span<const Series> series_of_destinations() { return table; }

}  // namespace jtsim::output
