// Figures that targets ask for and that a run's headline figures do not hold: from its tables and
// from its recorded arrays.
#pragma once

#include "configs/scenario.hpp"
#include "output/outcomes.hpp"

namespace jtsim::app {

/// Of one replicate of the kind `transition`; what the run is too short for is left out.
///   coal.women_share, coal.minority_share                share of coal staff at the start
///   coal.minority_rank_correlation                       Spearman over leagues: minorities in coal
///                                                        staff, in the run and in its table
///   employment_share.<primary|secondary|tertiary>        agents and background at the start
///   coal_output_share.<league>.<year>                    of the region's output, December
///   coal_output_mt.<year>, coal_output_per_worker_t.<year>
///   new_energy_gw.<year>                                 wind and solar running, December
///   reemployment_per_month                               background hires over unemployed
///   reemployed.<year>                                    background hires, persons
///   mining_index.<year>                                  coal jobs, 2021 = 100
///   mining_loss.<year>                                   share of the coal jobs of the start
///   unemployment_rise.peak                               points above the start, at any month
///   unemployment_rise.most_hit_over_mean                 Wuhai's or Ordos' peak rise, the larger,
///                                                        over the mean of all leagues
///   placed.internal_share.12, placed.open_unemployed.12  of the displaced, 12 months later
///   surplus.<league>.2021                                displaced or internally retired in 2021
///   displaced.*, reach.*                                see displaced_measures.hpp
///   law.delay_years.men.2040                             pension age of men who reach it in 2040
///                                                        less that of the old law
///   table.mining_pay_yuan_of_the_day.<year>              mean pay in mining, nominal
///   table.spell_factor_ratio                             hiring factor of months 8-10 over 0-2
///   table.wind_jobs_china_2023                           jobs by factors and multiplier at 441 GW
///                                                        running and 76 GW built
std::vector<output::Outcome> measures_of(const configs::Scenario& scenario,
                                         const output::Layout& layout,
                                         const output::ReplicateResult& result);

}  // namespace jtsim::app
