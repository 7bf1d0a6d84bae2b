// The scenario's tables as the model sees them: leagues, ethnicities, sectors, occupations, mines,
// paths and rates.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "agents/setting_enums.hpp"
#include "agents/states.hpp"
#include "base/ids.hpp"
#include "base/language.hpp"
#include "base/month.hpp"

namespace jtsim::agents {

/// Identifier and labels of one row that users name themselves.
struct Name {
  std::string id;
  std::string label_zh;
  std::string label_en;
};

inline std::string_view in(Language language, const Name& name) {
  return language == Language::zh ? name.label_zh : name.label_en;
}

/// A square or rectangular table in row order.
struct Matrix {
  std::size_t columns = 0;
  std::vector<double> values;

  double operator()(std::size_t row, std::size_t column) const {
    return values[row * columns + column];
  }
  double& operator()(std::size_t row, std::size_t column) { return values[row * columns + column]; }
  std::size_t rows() const { return columns == 0 ? 0 : values.size() / columns; }
  bool operator==(const Matrix&) const = default;
};

/// A quantity by year or month, linear between its points and constant outside them.
///
/// Yearly tables give one point a year. What is reached at the year's end (coal output, its league
/// shares, capacity, intelligent mining, employment multiplier, labour force, consumer prices)
/// stands at December and is read by `at`. What holds during the year (growth of productivity and
/// pay, social assistance, contribution years) stands at January and is read by `step_at`, as
/// minimum pay, which comes by month, is.
struct Path {
  /// Ascending.
  std::vector<Month> months;
  std::vector<double> values;

  double at(Month month) const;
  /// The value of the latest point not after `month` (the first point before that): for rates that
  /// hold "from then on".
  double step_at(Month month) const;
};

struct League {
  Name name;
  double population = 0;
  double area_km2 = 0;
  /// Shares of the region; each sums to 1 over leagues.
  double coal_output_share = 0;
  double coal_jobs_share = 0;
  double wind_share = 0;
  double solar_share = 0;
  /// Class of the minimum-pay table, 1 to 3.
  int minimum_pay_class = 1;
  /// Added to the mean age of the coal workforce.
  double coal_age_shift_years = 0;
  double state_owned_share = 0;
  /// Local pay relative to the region.
  double pay_factor = 1;
};

struct Ethnicity {
  Name name;
  /// Multiplies the hiring weight at a state-owned / private employer.
  double hiring_factor_state_owned = 1;
  double hiring_factor_private = 1;
  /// Multiplies the readiness to move to another league.
  double attachment = 1;
};

struct SectorRow {
  /// Persons at the start.
  double employment = 0;
  /// Share of the employed who belong to the urban labour force and can register as unemployed.
  double urban_share = 0;
  /// Relative rate of separation into unemployment; scaled so that separations equal hires at the
  /// start.
  double separation_weight = 1;
  /// Monthly hazard of going directly to another job.
  double job_to_job_rate = 0;
  /// Monthly share of posts beyond the wanted number that end.
  double surplus_separation_share = 0;
  double state_owned_share = 0;
};

struct Occupation {
  Name name;
  Sector sector = Sector::tertiary;
  Stage stage = Stage::none;
  Method method = Method::both;
  Education minimum_education = Education::junior;
  /// Relative to mean mining pay at the start.
  double base_pay = 1;
  /// Within its sector at the start.
  double employment_share = 0;
  /// Share of mining posts in fully intelligent mines.
  double intelligent_share = 0;
  double cadre_share = 0;
  double female_share = 0;
  double separation_factor = 1;
};

struct Mine {
  Name name;
  GroupId group;
  LeagueId league;
  Ownership ownership = Ownership::private_;
  Method method = Method::underground;
  double capacity_t_per_year = 0;
  std::int32_t headcount = 0;
  /// 1 closes first.
  int closure_order = 0;
  /// `Month::never()` when no month is fixed.
  Month closure_month = Month::never();
};

struct CapacityAddition {
  Month month;
  LeagueId league;
  double capacity_t_per_year = 0;
};

struct NewEnergyPlant {
  Name name;
  LeagueId league;
  Stage stage = Stage::manufacturing;
  Month start;
  double jobs = 0;
  /// Share of the promised jobs that appear.
  double realised_share = 1;
};

/// A project that an investment fund may finance.
struct TransitionProject {
  Name name;
  LeagueId league;
  ProjectField field = ProjectField::new_energy;
  /// Of the posts while it runs.
  Stage stage = Stage::operation;
  /// Total, in yuan of `price_year`.
  double investment_yuan = 0;
  int price_year = 2020;
  /// Where both are 0 its posts follow from the investment.
  double wind_mw = 0;
  double solar_mw = 0;
  /// Not begun before.
  Month start;
  int building_months = 24;
};

/// Jobs per MW of one technology and stage (job-years for construction and manufacturing), and the
/// share kept locally.
struct EmploymentFactor {
  double jobs_per_mw = 0;
  double local_share = 0;
};

/// Gompertz mortality a*exp(b*age) per year at the level of 2000, scaled and improving.
struct Mortality {
  double gompertz_a = 0;
  double gompertz_b = 0;
  double factor_2020 = 1;
  double improvement_per_year = 0;
  /// Multiplies the hazard of those with long underground work.
  double underground_excess = 1;
};

/// One of the three groups of the retirement law.
struct RetirementRule {
  int old_age_years = 60;
  /// The reform adds at most so many months.
  int maximum_delay_months = 36;
  /// One month is added for so many months of birth.
  int births_per_step_months = 4;
  /// Age for special jobs (underground), which the reform leaves as it was.
  int special_age_years = 55;
};

/// Composition of the initial coal workforce and of entrants; shares by group sum to 1.
struct CoalWorkforce {
  EnumArray<Education, double> education;
  EnumArray<Education, double> entrant_education;
  EnumArray<Hukou, double> hukou;
  EnumArray<Ownership, double> dispatched_share;
  double age_mean = 42;
  double age_sd = 9.5;
  double age_minimum = 20;
  double age_maximum = 60;
  double entrant_age_mean = 27;
  double entrant_age_sd = 5;
  double entrant_age_minimum = 18;
  double entrant_age_maximum = 45;
  double entrant_female_share = 0.1;
  double tenure_mean_years = 12;
  double working_age_start_years = 18;
};

/// Factors that multiply a hiring weight; spell factors by completed months of the spell, the last
/// holds beyond.
struct HiringFactors {
  EnumArray<AgeBand, double> age;
  EnumArray<Sex, double> sex;
  EnumArray<Education, double> education;
  std::vector<double> spell_months;
};

/// Relative risk of being chosen when a mine sheds posts.
struct DisplacementWeights {
  EnumArray<Contract, double> contract;
  EnumArray<AgeBand, double> age;
  EnumArray<Education, double> education;
  EnumArray<Sex, double> sex;
  std::vector<double> ethnicity;
};

/// All tables of one scenario, checked against each other when they were read.
struct Tables {
  std::vector<League> leagues;
  std::vector<Ethnicity> ethnicities;
  EnumArray<Sector, SectorRow> sectors;
  std::vector<Occupation> occupations;
  std::vector<Mine> mines;
  std::vector<Name> groups;
  /// [league][league], km between seats.
  Matrix distance_km;
  /// [league][ethnicity], share in the coal workforce.
  Matrix coal_ethnicity;
  /// [from][to] occupation, 0 to 1.
  Matrix proximity;

  /// Tonnes a year.
  Path coal_output;
  /// Per league, share of the regional output.
  std::vector<Path> coal_league_share;
  /// Growth per year, holding from its date on.
  Path productivity_growth;
  Path intelligent_share;
  std::vector<CapacityAddition> capacity_additions;
  /// MW at year's end.
  EnumArray<Technology, Path> new_energy_capacity;
  EnumArray<Technology, EnumArray<Stage, EmploymentFactor>> employment_factors;
  Path employment_multiplier;
  std::vector<NewEnergyPlant> new_energy_plants;
  /// In the order in which they are financed.
  std::vector<TransitionProject> transition_projects;
  /// 1 at the start.
  Path labour_force;

  Path pay_growth;
  /// By class 1 to 3 (index 0 to 2), nominal yuan a month.
  std::array<Path, 3> minimum_pay;
  /// 100 in the price year.
  Path cpi;
  Path social_assistance;
  /// Months of benefit by completed contribution years, ascending in `from_years`.
  std::vector<int> benefit_from_years;
  std::vector<int> benefit_months;
  EnumArray<Contract, double> insurance_coverage;
  EnumArray<Contract, double> pay_by_contract;
  /// Factor by age in completed years, from `experience_from_age`.
  std::vector<double> experience;
  int experience_from_age = 16;
  CoalWorkforce coal_workforce;
  DisplacementWeights displacement;
  HiringFactors hiring;
  EnumArray<Sex, Mortality> mortality;
  /// men, women cadres, women workers.
  std::array<RetirementRule, 3> retirement;
  /// Years of contributions needed for a pension.
  Path contribution_years;
};

}  // namespace jtsim::agents
