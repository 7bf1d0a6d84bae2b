// Builds the region of market tests.
#include "tests/support/market_world.hpp"

#include "agents/balance.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

void add_league(Tables& tables) {
  tables.leagues.push_back(tables.leagues.back());
  tables.leagues.back().name = {"west", "west", "west"};
  tables.coal_league_share.push_back({{Month::of(2020, 12)}, {0}});
  tables.coal_ethnicity.values.insert(tables.coal_ethnicity.values.end(), {0.6, 0.4});
  tables.leagues[0].population = 60'000;
  tables.leagues[1].population = 30'000;
  tables.leagues[2].population = 10'000;
  tables.leagues[0].pay_factor = 1.1;
  tables.leagues[2].pay_factor = 0.8;
  tables.distance_km = {3, {0, 120, 300, 120, 0, 50, 200, 50, 0}};
}

void fill_occupations(Tables& tables) {
  tables.new_energy_capacity[Technology::wind] = {{Month::of(2020, 12)}, {1'000}};
  tables.employment_factors[Technology::wind][Stage::operation] = {0.5, 1};
  tables.leagues[2].wind_share = 0.2;
  tables.sectors[Sector::new_energy].employment = 4'000;
  tables.sectors[Sector::tertiary].employment = 70'000;
  tables.sectors[Sector::tertiary].state_owned_share = 0.3;
  tables.sectors[Sector::other_secondary].employment = 26'000;
  tables.sectors[Sector::other_secondary].separation_weight = 1.5;
  tables.occupations[2].base_pay = 0.85;
  tables.occupations[4].separation_factor = 2;
  const std::size_t count = tables.occupations.size();
  for (std::size_t from = 0; from < count; ++from) {
    for (std::size_t to = 0; to < count; ++to) {
      const auto step = static_cast<double>((3 * from + 2 * to) % 7);
      tables.proximity(from, to) = from == to ? 1 : 0.2 + 0.1 * step;
    }
  }
}

}  // namespace

Inputs market_inputs() {
  Inputs inputs = small_inputs();
  add_league(inputs.tables);
  fill_occupations(inputs.tables);
  inputs.settings.population.registered_unemployed = 3'000;
  return inputs;
}

Inputs eager_inputs() {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  inputs.settings.search.reservation_start = 0;
  return inputs;
}

MarketWorld::MarketWorld(Inputs given, Luck luck)
    : inputs(std::move(given)), balance(agents::balance(inputs)), world(inputs, balance, luck) {
  reset_market();
  world.now = inputs.start + 1;
}

void MarketWorld::reset_market() {
  const std::vector<double> separations = expected_separations(balance);
  world.market.background_employed = balance.employed;
  world.market.background_unemployed = balance.unemployed;
  world.market.vacancies = balance.vacancies;
  for (std::size_t cell = 0; cell < separations.size(); ++cell) {
    const auto separated = static_cast<std::int32_t>(separations[cell] + 0.5);
    world.market.background_employed[cell] -= separated;
    world.market.background_unemployed[cell] += separated;
  }
}

void employ(World& world, Row row, Form form) {
  const Job job{clerk, LeagueId{0}, MineId::none(), form, Contract::private_, 5'000};
  if (form == Form::regular) ++world.market.vacancies[world.market.cells(clerk, LeagueId{0})];
  move_to(world, {row, State::employed_tertiary, Reason::hire, job});
}

std::vector<double> expected_separations(const Balance& balance) {
  std::vector<double> separations;
  for (std::size_t cell = 0; cell < balance.employed.size(); ++cell) {
    separations.push_back(balance.employed[cell] * balance.separation[cell]);
  }
  return separations;
}

double deviations(double observed, double expected, double standard_deviation) {
  return (observed - expected) / standard_deviation;
}
