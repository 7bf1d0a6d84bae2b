// Identities (a) to (f) of the model, recomputed from the columns.
#include "tests/support/identities.hpp"

#include <fmt/format.h>

#include "agents/transitions.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

using Stocks = std::vector<EnumArray<State, std::int32_t>>;

Stocks count_states(const World& world) {
  Stocks stocks(world.tables().leagues.size());
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    ++stocks[world.workers.league[Row{i}].index()][world.workers.state[Row{i}]];
  }
  return stocks;
}

EnumArray<Sector, std::int32_t> count_sectors(const World& world) {
  EnumArray<Sector, std::int32_t> filled{};
  for (const State state : world.workers.state.all()) {
    if (is_employed(state)) ++filled[sector_of(state)];
  }
  return filled;
}

}  // namespace

IdentityCheck::IdentityCheck(const World& world) : initial_workers_(world.workers.size()) {
  remember(world);
}

void IdentityCheck::remember(const World& world) {
  filled_before_ = count_sectors(world);
  flow_before_ = world.tallies.flow;
  const auto states = world.workers.state.all();
  states_before_.assign(states.begin(), states.end());
  events_before_ = world.displacements.events.size();
}

// (a) per sector filled(t) = filled(t-1) + entries - exits, and the account says what the columns
// say.
void IdentityCheck::check_sectors(const World& world, std::vector<std::string>& faults) {
  const auto filled = count_sectors(world);
  for (const Sector sector : all_of_enum<Sector>()) {
    const auto& a = world.tallies.account[sector];
    const std::int32_t exits = a[AccountItem::retired] + a[AccountItem::early_retired] +
                               a[AccountItem::internally_retired] + a[AccountItem::died] +
                               a[AccountItem::quit] + a[AccountItem::displaced] +
                               a[AccountItem::transferred_out];
    if (a[AccountItem::filled] != filled[sector]) {
      faults.push_back(fmt::format("(a) {}: account {} workers {}", identifier(sector),
                                   a[AccountItem::filled], filled[sector]));
    }
    if (filled[sector] != filled_before_[sector] + a[AccountItem::entries] - exits) {
      faults.push_back(fmt::format("(a) {}: {} + {} - {} is not {}", identifier(sector),
                                   filled_before_[sector], a[AccountItem::entries], exits,
                                   filled[sector]));
    }
  }
}

// (b) workers(t) = workers(0) + entrants = sum over states; stocks of the tallies are those of the
// columns.
void IdentityCheck::check_counts(const World& world, std::vector<std::string>& faults) const {
  const auto expected = initial_workers_ + static_cast<std::size_t>(world.tallies.entrants);
  if (world.workers.size() != expected)
    faults.push_back("(b) workers are not initial workers + entrants");
  if (count_states(world) != world.tallies.stock)
    faults.push_back("(b) stocks differ from the columns");
  std::int64_t pension_base = 0;
  std::vector<Row> jobless;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const State state = world.workers.state[Row{i}];
    if (state == State::retired) pension_base += world.workers.relative_pay[Row{i}];
    if (is_unemployed(state)) jobless.push_back(Row{i});
  }
  if (pension_base != world.tallies.pension_base)
    faults.push_back("(b) the pension base differs from the columns");
  if (jobless != world.jobless)
    faults.push_back("(b) the list of the jobless differs from the columns");
}

void IdentityCheck::check_cells(const World& world, std::vector<std::string>& faults) const {
  std::vector<std::int32_t> agents(world.market.cells.count(), 0);
  std::vector<std::int32_t> mines(world.mines.size(), 0);
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    const Row row{i};
    const bool mining = world.workers.state[row] == State::employed_mining;
    if (mining == world.workers.mine[row].is_none())
      faults.push_back("(d) a miner without a mine, or a mine without a miner");
    if (!is_employed(world.workers.state[row])) continue;
    ++agents[world.market.cells(world.workers.occupation[row], world.workers.league[row])];
    if (mining) ++mines[world.workers.mine[row].index()];
  }
  if (agents != world.market.agents) faults.push_back("(d) agents by cell differ from the columns");
  for (std::size_t m = 0; m < mines.size(); ++m) {
    if (mines[m] != world.mines[m].filled)
      faults.push_back(fmt::format("(d) mine {} counts wrongly", m));
  }
  for (std::size_t cell = 0; cell < agents.size(); ++cell) {
    const Market& m = world.market;
    if (m.vacancies[cell] < 0 || m.background_employed[cell] < 0 ||
        m.background_unemployed[cell] < 0) {
      faults.push_back("(d) a negative stock");
    }
  }
}

// (c) only legal moves between month ends, (d) net flows agree with stocks, (f) the displaced are
// those of the register.
void IdentityCheck::check_moves(const World& world, std::vector<std::string>& faults) {
  const bool new_year = world.now.month_of_year() == 1;
  EnumArray<State, std::int32_t> change{};
  const auto states = world.workers.state.all();
  for (std::size_t i = 0; i < states.size(); ++i) {
    ++change[states[i]];
    if (i < states_before_.size()) --change[states_before_[i]];
    const bool back = i < states_before_.size() &&
                      ((states_before_[i] == State::dead && states[i] != State::dead) ||
                       (states_before_[i] == State::retired && states[i] != State::retired &&
                        states[i] != State::dead));
    if (back) faults.push_back("(c) a worker came back from death or retirement");
  }
  for (const State state : all_of_enum<State>()) {
    std::int32_t net = 0;
    for (std::size_t from = 0; from <= enum_size<State>; ++from) {
      net += world.tallies.flow[from][index_of(state)] -
             (new_year ? 0 : flow_before_[from][index_of(state)]);
    }
    for (std::size_t to = 0; to < enum_size<State>; ++to) {
      net -= world.tallies.flow[index_of(state)][to] -
             (new_year ? 0 : flow_before_[index_of(state)][to]);
    }
    if (net != change[state])
      faults.push_back(fmt::format("(d) flows of {} do not add up", identifier(state)));
  }
  const auto displaced =
      static_cast<std::int32_t>(world.displacements.events.size() - events_before_);
  if (displaced != world.tallies.account[Sector::mining][AccountItem::displaced]) {
    faults.push_back("(f) the register does not hold the displaced of the month");
  }
}

// (e) spending per line = sum of its payments <= its budget.
void IdentityCheck::check_money(const World& world, std::vector<std::string>& faults) const {
  const auto lines = world.ledger.lines();
  const std::size_t count = world.inputs.budget_lines.size();
  for (std::size_t i = 0; i < world.ledger.years() * count; ++i) {
    const auto item = [&](BudgetItem b) { return lines[i * enum_size<BudgetItem> + index_of(b)]; };
    if (item(BudgetItem::budget) >= 0 && item(BudgetItem::spent) > item(BudgetItem::budget)) {
      faults.push_back(fmt::format("(e) line {} spent more than its budget", i % count));
    }
  }
  const auto counts = world.ledger.counts();
  for (std::size_t i = 0; i < counts.size(); i += enum_size<Counter>) {
    const auto c = [&](Counter counter) { return counts[i + index_of(counter)]; };
    if (c(Counter::offered) != c(Counter::declined) + c(Counter::requested))
      faults.push_back("(e) offered <> declined + requested");
    if (c(Counter::requested) != c(Counter::served) + c(Counter::no_seat) + c(Counter::no_money)) {
      faults.push_back("(e) requested <> served + no seat + no money");
    }
  }
}

std::vector<std::string> IdentityCheck::broken(const World& world) {
  std::vector<std::string> faults;
  check_sectors(world, faults);
  check_counts(world, faults);
  check_cells(world, faults);
  check_moves(world, faults);
  check_money(world, faults);
  remember(world);
  return faults;
}
