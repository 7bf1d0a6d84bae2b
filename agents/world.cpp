// The first month of a replicate.
#include "agents/world.hpp"

#include "agents/clock.hpp"
#include "agents/population.hpp"
#include "agents/record.hpp"

namespace jtsim::agents {

namespace {

Market initial_market(const Inputs& inputs, const Balance& balance) {
  Market market;
  market.cells = {inputs.tables.occupations.size(), inputs.tables.leagues.size()};
  const std::size_t count = market.cells.count();
  market.wanted.resize(count);
  for (std::size_t cell = 0; cell < count; ++cell) {
    market.wanted[cell] = balance.employed[cell] + balance.vacancies[cell];
  }
  market.agents.assign(count, 0);
  market.founded.assign(count, 0);
  market.background_employed = balance.employed;
  market.background_unemployed = balance.unemployed;
  market.vacancies = balance.vacancies;
  return market;
}

/// A league's output is spread over its mines by capacity; output over heads is the mine's first
/// productivity.
std::vector<MineState> initial_mines(const Inputs& inputs) {
  const Tables& tables = inputs.tables;
  std::vector<double> capacity(tables.leagues.size(), 0.0);
  for (const Mine& mine : tables.mines) capacity[mine.league.index()] += mine.capacity_t_per_year;
  const double output = tables.coal_output.at(inputs.start);
  std::vector<MineState> mines;
  for (const Mine& mine : tables.mines) {
    const std::size_t r = mine.league.index();
    const double mine_output = output * tables.coal_league_share[r].at(inputs.start) *
                               mine.capacity_t_per_year / capacity[r];
    MineState state;
    state.capacity_t_per_year = mine.capacity_t_per_year;
    state.initial_productivity = mine.headcount > 0 ? mine_output / mine.headcount : 0.0;
    state.wanted = mine.headcount;
    mines.push_back(state);
  }
  return mines;
}

}  // namespace

World::World(const Inputs& inputs_read, const Balance& balance_found, Luck luck_given)
    : inputs(inputs_read),
      balance(balance_found),
      luck(luck_given),
      now(inputs_read.start),
      growth(inputs_read.tables, inputs_read.start, inputs_read.end),
      mines(initial_mines(inputs_read)),
      market(initial_market(inputs_read, balance_found)),
      ledger(inputs_read),
      pensions(inputs_read.start),
      special_pensions(inputs_read.start),
      near_pension(inputs_read.start) {
  months_retained.assign(mines.size(), 0);
  tallies.stock.resize(inputs.tables.leagues.size());
  tallies.background.resize(inputs.tables.leagues.size());
  displacements.month_begin.assign(static_cast<std::size_t>(inputs.months()) + 2, 0);
  set_conditions(*this);
  populate(*this);
  close_month(*this);
}

}  // namespace jtsim::agents
