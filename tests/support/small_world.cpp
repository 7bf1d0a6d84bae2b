// Builds the tiny region of tests, and moves it by hand.
#include "tests/support/small_world.hpp"

#include "agents/aids.hpp"
#include "agents/clock.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr std::int32_t heads_per_mine = 40;
constexpr double year_one_output = 120e3;

Name named(const char* id) { return {id, id, id}; }
Path flat(double value) { return {{Month::of(2020, 12)}, {value}}; }

template <class Enum>
EnumArray<Enum, double> all_of(double value) {
  EnumArray<Enum, double> values;
  values.values.fill(value);
  return values;
}

League league(const char* id) {
  League made;
  made.name = named(id);
  made.population = 50'000;
  made.area_km2 = 1000;
  made.coal_output_share = made.coal_jobs_share = made.wind_share = made.solar_share = 0.5;
  made.state_owned_share = 0.5;
  return made;
}

Occupation occupation(const char* id, Sector sector, double share) {
  Occupation made;
  made.name = named(id);
  made.sector = sector;
  made.employment_share = share;
  made.base_pay = sector == Sector::mining ? 1.0 : 0.6;
  if (sector == Sector::mining) made.intelligent_share = share;
  return made;
}

void fill_region(Tables& tables) {
  tables.leagues = {league("north"), league("south")};
  tables.ethnicities.resize(2);
  tables.ethnicities[0].name = named("han");
  tables.ethnicities[1].name = named("mongol");
  tables.coal_ethnicity = {2, {0.8, 0.2, 0.8, 0.2}};
  tables.distance_km = {2, {0, 200, 200, 0}};
  tables.labour_force = flat(1);
}

void fill_jobs(Tables& tables) {
  tables.sectors[Sector::new_energy] = {.employment = 400, .urban_share = 1};
  tables.sectors[Sector::tertiary] = {.employment = 6000, .urban_share = 1};
  tables.sectors[Sector::other_secondary] = {.employment = 1600, .urban_share = 1};
  tables.occupations = {occupation("miner", Sector::mining, 0.75),
                        occupation("mine_technician", Sector::mining, 0.25),
                        occupation("turbine_technician", Sector::new_energy, 1),
                        occupation("clerk", Sector::tertiary, 1),
                        occupation("fitter", Sector::other_secondary, 1)};
  tables.occupations[1].minimum_education = Education::senior;
  tables.occupations[2].minimum_education = Education::senior;
  tables.occupations[2].stage = Stage::operation;
  const std::size_t count = tables.occupations.size();
  tables.proximity = {count, std::vector<double>(count * count, 0.5)};
  for (std::size_t o = 0; o < count; ++o) tables.proximity(o, o) = 1;
}

Mine mine(const char* id, std::size_t group, std::size_t league_index, int order) {
  Mine made;
  made.name = named(id);
  made.group = GroupId{group};
  made.league = LeagueId{league_index};
  made.ownership = group == 0 ? Ownership::state_owned : Ownership::private_;
  made.capacity_t_per_year = 60e3;
  made.headcount = heads_per_mine;
  made.closure_order = order;
  return made;
}

void fill_coal(Tables& tables) {
  tables.groups = {named("alpha"), named("beta")};
  tables.mines = {mine("alpha_north", 0, 0, 1), mine("alpha_south", 0, 1, 2),
                  mine("beta_south", 1, 1, 3)};
  tables.coal_output = flat(year_one_output);
  tables.coal_league_share = {flat(1.0 / 3), flat(2.0 / 3)};
  tables.productivity_growth = flat(0);
  tables.intelligent_share = flat(0);
  CoalWorkforce& staff = tables.coal_workforce;
  staff.education.values = {0.4, 0.3, 0.25, 0.05};
  staff.entrant_education = staff.education;
  staff.hukou.values = {0.6, 0.3, 0.1};
  staff.dispatched_share = all_of<Ownership>(0.2);
  tables.displacement = {
      all_of<Contract>(1), all_of<AgeBand>(1), all_of<Education>(1), all_of<Sex>(1), {1, 1}};
}

void fill_energy(Tables& tables) {
  for (const Technology k : all_of_enum<Technology>()) {
    tables.new_energy_capacity[k] = flat(0);
  }
  tables.employment_multiplier = flat(1);
}

void fill_persons(Tables& tables) {
  tables.hiring = {all_of<AgeBand>(1), all_of<Sex>(1), all_of<Education>(1), {1}};
  tables.mortality[Sex::male] = {5.69e-5, 0.0919, 0.55, 0.015, 1.15};
  tables.mortality[Sex::female] = {2.59e-5, 0.0973, 0.55, 0.015, 1.15};
  tables.retirement = {RetirementRule{60, 36, 4, 55}, RetirementRule{55, 36, 4, 45},
                       RetirementRule{50, 60, 2, 45}};
  tables.contribution_years = flat(15);
  tables.experience = {1};
}

void fill_money(Tables& tables) {
  tables.pay_growth = flat(0);
  tables.minimum_pay = {flat(1760), flat(1660), flat(1560)};
  tables.cpi = flat(100);
  tables.social_assistance = flat(720);
  tables.benefit_from_years = {1, 5, 10};
  tables.benefit_months = {12, 18, 24};
  tables.insurance_coverage = all_of<Contract>(1);
  tables.pay_by_contract = all_of<Contract>(1);
}

Balance no_background(const Inputs& inputs) {
  Balance balance;
  balance.weights = market_weights(inputs);
  const std::size_t cells = inputs.tables.occupations.size() * inputs.tables.leagues.size();
  balance.separation.assign(cells, 0);
  balance.employed.assign(cells, 0);
  balance.unemployed.assign(cells, 0);
  balance.vacancies.assign(cells, 0);
  return balance;
}

}  // namespace

Inputs small_inputs() {
  Inputs inputs;
  inputs.end = Month::of(2030, 12);
  fill_region(inputs.tables);
  fill_jobs(inputs.tables);
  fill_coal(inputs.tables);
  fill_energy(inputs.tables);
  fill_persons(inputs.tables);
  fill_money(inputs.tables);
  inputs.settings.population.registered_unemployed = 300;
  inputs.settings.population.urban_labour_force = 8300;
  return inputs;
}

PolicyId add_policy(Inputs& inputs, const std::string& name) {
  inputs.policies.push_back({{name, name, name}, name_key(name)});
  return PolicyId{inputs.policies.size() - 1};
}

BudgetLineId add_budget_line(Inputs& inputs, Fen per_year, bool carry_over) {
  const std::string name = "line" + std::to_string(inputs.budget_lines.size());
  inputs.budget_lines.push_back({{name, name, name}, per_year, carry_over});
  return BudgetLineId{inputs.budget_lines.size() - 1};
}

SmallWorld::SmallWorld(Inputs given, Luck luck)
    : inputs(std::move(given)), balance(no_background(inputs)), world(inputs, balance, luck) {}

void next_month(World& world) {
  std::vector<Transition> none;
  clock(world, none);
}

void move_to(World& world, const Transition& change) {
  std::vector<Transition> one{change};
  apply(world, one);
}

void displace(World& world, Row row) {
  move_to(world, {.row = row, .to = State::unemployed, .reason = Reason::displacement});
}

double search_factor_of(const World& world, Row row) {
  double factor = 0;
  find_search_factors(world, {&row, 1}, {&factor, 1});
  return factor;
}

std::int64_t count_of(const World& world, PolicyId policy, Counter counter) {
  const auto year = static_cast<std::size_t>(world.now.year() - world.ledger.first_year());
  const std::size_t row = year * world.ledger.policies() + policy.index();
  return world.ledger.counts()[row * enum_size<Counter> + index_of(counter)];
}
