// The declared parameters of the month, phase by phase.
#pragma once

#include <string>
#include <tuple>

#include "agents/income_settings.hpp"
#include "agents/setting_enums.hpp"
#include "agents/states.hpp"
#include "base/field.hpp"
#include "base/money.hpp"

namespace jtsim::agents {

/// Who is in the model at the start.
struct PopulationSettings {
  Scope scope = Scope::coal;
  CoalBase coal_base = CoalBase::above_scale;
  double census_headcount = 215'635;
  double female_share = 0.1467;
  double registered_unemployed = 300'300;
  double urban_labour_force = 7'903'000;
  double reemployment_per_month = 0.036;

  static constexpr auto fields() {
    using S = PopulationSettings;
    return std::tuple{
        option({"scope", "", tr("who is an agent: the coal workforce, or everybody"), ""},
               &S::scope),
        option({"coal_base", "",
                tr("headcount of the roster: above-scale firms, or the economic census"), ""},
               &S::coal_base),
        number({"census_headcount", "persons",
                tr("coal staff of the economic census, to which `census` scales the roster"),
                "seed:emp_coal_2018"},
               &S::census_headcount, {1, 1e7}, {215'635, 215'635}),
        number({"female_share", "share", tr("share of women in the coal workforce"),
                "seed:emp_coal_female_share_2018"},
               &S::female_share, {0, 1}, {0.10, 0.18}),
        number({"registered_unemployed", "persons", tr("registered urban unemployed at the start"),
                "seed:t41_unemployed_2020"},
               &S::registered_unemployed, {0, 1e8}, {300'300, 300'300}),
        number({"urban_labour_force", "persons",
                tr("urban labour force at the start, the base of the registered rate"),
                "seed:d_urban_labour_force_2020"},
               &S::urban_labour_force, {1, 1e8}, {7'903'000, 7'903'000}),
        number(
            {"reemployment_per_month", "1/month",
             tr("hires over registered unemployed at the start, to which separations are scaled"),
             "computed 131,000 / 300,300 / 12; ref:im_communique_2023; assumption 0.03-0.06"},
            &S::reemployment_per_month, {0, 1}, {0.03, 0.06}),
    };
  }
};

/// Deaths, retirement and exits from the labour force.
struct DemographySettings {
  bool flexible_retirement = true;
  double flexible_early_take_up = 0.05;
  double flexible_late_take_up = 0.05;
  int flexible_limit_months = 36;
  int underground_excess_after_months = 120;
  double labour_force_exit_per_month = 0.01;
  int labour_force_exit_after_months = 24;
  double labour_force_exit_older_factor = 2.0;
  int labour_force_exit_older_age_years = 50;

  static constexpr auto fields() {
    using S = DemographySettings;
    return std::tuple{
        option({"flexible_retirement", "",
                tr("allow retirement before or after the legal month as the 2025 law does"),
                "ref:xinhua_2024_reform"},
               &S::flexible_retirement),
        number({"flexible_early_take_up", "share",
                tr("of workers who retire before the legal month"), "assumption 0-0.2"},
               &S::flexible_early_take_up, {0, 1}, {0, 0.2}),
        number({"flexible_late_take_up", "share", tr("of workers who stay beyond the legal month"),
                "assumption 0-0.2"},
               &S::flexible_late_take_up, {0, 1}, {0, 0.2}),
        number({"flexible_limit_months", "months",
                tr("longest distance of flexible from legal retirement"), "ref:xinhua_2024_reform"},
               &S::flexible_limit_months, {0, 120}, {36, 36}),
        number({"underground_excess_after_months", "months",
                tr("underground work after which excess mortality applies"), "assumption 60-180"},
               &S::underground_excess_after_months, {0, 600}, {60, 180}),
        number({"labour_force_exit_per_month", "1/month",
                tr("hazard of leaving the labour force in a long spell of unemployment"),
                "assumption 0.003-0.03; ref:betcherman_blunch_2006"},
               &S::labour_force_exit_per_month, {0, 1}, {0.003, 0.03}),
        number({"labour_force_exit_after_months", "months",
                tr("spell after which that hazard sets in"), "assumption 12-36"},
               &S::labour_force_exit_after_months, {0, 600}, {12, 36}),
        number({"labour_force_exit_older_factor", "factor",
                tr("multiplies that hazard for older workers"), "assumption 1-4"},
               &S::labour_force_exit_older_factor, {0, 100}, {1, 4}),
        number({"labour_force_exit_older_age_years", "years",
                tr("age from which that factor applies"), "assumption 45-55"},
               &S::labour_force_exit_older_age_years, {16, 100}, {45, 55}),
    };
  }
};

/// Jobs wanted in mines and in new energy.
struct DemandSettings {
  Shock shock = Shock::paths;
  std::string coal_path = "observed";
  std::string new_energy_path = "observed";
  ClosureRule closure_rule = ClosureRule::oldest_first;
  double capacity_replacement_share = 0.0;
  int plant_life_years = 25;
  int building_months = 36;
  double local_multiplier = 0.0;

  static constexpr auto fields() {
    using S = DemandSettings;
    return std::tuple{
        option(
            {"shock", "", tr("`none` holds output, productivity and capacity at their start"), ""},
            &S::shock),
        option({"coal_path", "", tr("name of the path in the coal output table"), ""},
               &S::coal_path),
        option({"new_energy_path", "", tr("name of the path in the new-energy capacity table"), ""},
               &S::new_energy_path),
        option({"closure_rule", "",
                tr("which mine closes first when the remaining ones can cover the output"), ""},
               &S::closure_rule),
        number({"capacity_replacement_share", "share",
                tr("of a mine closing in its month that passes to its group's mines of the league"),
                "assumption 0-1"},
               &S::capacity_replacement_share, share_interval, {0, 1}),
        number({"plant_life_years", "years",
                tr("age at which wind, solar and storage capacity is rebuilt"), "assumption 20-30"},
               &S::plant_life_years, {1, 60}, {20, 30}),
        number({"building_months", "months", tr("over which additions of capacity are built"),
                "assumption 12-48"},
               &S::building_months, {1, 240}, {12, 48}),
        number({"local_multiplier", "posts/post",
                tr("tertiary posts lost in a league for each coal post lost"), "assumption 0-1"},
               &S::local_multiplier, {0, 5}, {0, 1}),
    };
  }
};

/// Who applies where.
struct SearchSettings {
  double search_intensity = 0.06;
  double relocation_share = 0.10;
  double distance_scale_km = 150;
  double commuting_radius_km = 60;
  double attraction_elasticity = 0.5;
  double reservation_start = 0.55;
  double reservation_decline_per_month = 0.03;
  double quit_least_pay_share = 0.8;

  static constexpr auto fields() {
    using S = SearchSettings;
    return std::tuple{
        number({"search_intensity", "applications/month",
                tr("probability that a searcher applies in a month"), "assumption 0.03-0.12"},
               &S::search_intensity, {0, 1}, {0.03, 0.12}),
        number({"relocation_share", "share",
                tr("weight of posts in another league, before distance"), "assumption 0.02-0.3"},
               &S::relocation_share, {0, 1}, {0.02, 0.3}),
        number({"distance_scale_km", "km",
                tr("distance over which readiness to move falls by the factor e"),
                "assumption 80-300"},
               &S::distance_scale_km, {1, 1e5}, {80, 300}),
        number(
            {"commuting_radius_km", "km", tr("within it no move is needed"), "assumption 40-200"},
            &S::commuting_radius_km, {0, 1e5}, {40, 200}),
        number({"attraction_elasticity", "exponent", tr("of the weight of a market in its pay"),
                "assumption 0-2"},
               &S::attraction_elasticity, {0, 10}, {0, 2}),
        number({"reservation_start", "share",
                tr("of the last pay below which no post is chosen at first"), "assumption 0.4-0.8"},
               &S::reservation_start, {0, 2}, {0.4, 0.8}),
        number({"reservation_decline_per_month", "share/month",
                tr("by which the reservation pay falls"), "assumption 0-0.06"},
               &S::reservation_decline_per_month, {0, 1}, {0, 0.06}),
        number({"quit_least_pay_share", "share",
                tr("of the present pay below which nobody quits for a job"), "assumption 0.5-1.2"},
               &S::quit_least_pay_share, {0, 5}, {0.5, 1.2}),
    };
  }
};

/// Who of the applicants is hired.
struct MatchingSettings {
  double background_hiring_weight = 0.7;
  double skill_exponent = 1.0;
  double sex_exponent = 1.0;
  double discrimination_half_life_years = 25;
  double ethnicity_effect = 1.0;

  static constexpr auto fields() {
    using S = MatchingSettings;
    return std::tuple{
        number({"background_hiring_weight", "weight",
                tr("mean hiring weight of applicants who are not agents"), "assumption 0.4-1"},
               &S::background_hiring_weight, {0.001, 100}, {0.4, 1}),
        number({"skill_exponent", "exponent",
                tr("of the hiring weight in the proximity of occupations"), "assumption 0-2"},
               &S::skill_exponent, {0, 10}, {0, 2}),
        number({"sex_exponent", "exponent", tr("of the table's factor of sex: 0 none, 1 as it is"),
                "assumption 0-2.7"},
               &S::sex_exponent, {0, 10}, {0, 2.7}),
        number({"discrimination_half_life_years", "years",
                tr("in which hiring discrimination by ethnicity halves"),
                "assumption 10-1000; seed:hiring_discrimination"},
               &S::discrimination_half_life_years, {0.1, 1e6}, {10, 1000}),
        number({"ethnicity_effect", "factor",
                tr("scales every effect of ethnicity on hiring and moving: 0 none, 1 as in the "
                   "tables"),
                "assumption 0-1"},
               &S::ethnicity_effect, {0, 1}, {0, 1}),
    };
  }
};

/// The settings of all phases.
struct Settings {
  PopulationSettings population;
  DemographySettings demography;
  DemandSettings demand;
  SearchSettings search;
  MatchingSettings matching;
  IncomeSettings income;

  static constexpr auto fields() {
    using S = Settings;
    return std::tuple{
        option({"population", "", tr("who is in the model at the start"), ""}, &S::population),
        option({"demography", "", tr("deaths, retirement and exits from the labour force"), ""},
               &S::demography),
        option({"demand", "", tr("jobs wanted in mines and in new energy"), ""}, &S::demand),
        option({"search", "", tr("who applies where"), ""}, &S::search),
        option({"matching", "", tr("who of the applicants is hired"), ""}, &S::matching),
        option({"income", "", tr("pay, losses and transfers"), ""}, &S::income),
    };
  }
};

}  // namespace jtsim::agents
