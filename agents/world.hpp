// The state of one replicate: workers, mines, market, register, ledger and this month's conditions
// and terms.
#pragma once

#include <vector>

#include "agents/conditions.hpp"
#include "agents/displacements.hpp"
#include "agents/inputs.hpp"
#include "agents/ledger.hpp"
#include "agents/market.hpp"
#include "agents/tallies.hpp"
#include "agents/terms.hpp"
#include "agents/transitions.hpp"
#include "agents/workers.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

/// Rates that keep the background in balance without a shock; found once per scenario by `balance`.
struct Balance {
  /// [cell] monthly separation hazard of the employed.
  std::vector<double> separation;
  /// [cell] employed, unemployed and vacancies at the start.
  std::vector<std::int32_t> employed;
  std::vector<std::int32_t> unemployed;
  std::vector<std::int32_t> vacancies;
};

/// A service given to a worker, whose later work is counted for the policy.
struct Served {
  Row row;
  PolicyId policy;
  Month month;
};

/// One replicate between two months. Phases change it only through transitions and the members they
/// own.
struct World {
  World(const Inputs& inputs, const Balance& balance, Luck luck);
  World(const World&) = delete;
  World& operator=(const World&) = delete;

  const Inputs& inputs;
  const Balance& balance;
  Luck luck;
  Month now;
  Workers workers;
  std::vector<MineState> mines;
  Market market;
  Conditions conditions;
  Terms terms;
  Ledger ledger;
  Displacements displacements;
  std::vector<Served> served;
  Tallies tallies;
  /// First row of every run of rows with consecutive ids (the initial workforce, then entrants by
  /// league and month).
  std::vector<Row> id_runs;
  /// Workers whose hiring or search is aided this month: [row] sorted, with the policy.
  std::vector<Served> hiring_aids;
  std::vector<Served> search_aids;
  /// Persons who reached their legal retirement month or died before it this month, whatever they
  /// did: their places in the labour force are taken by the young.
  std::int32_t replaced = 0;

  /// Months since the start: 0 for the initial state.
  int step() const { return now - inputs.start; }
  const Settings& settings() const { return inputs.settings; }
  const Tables& tables() const { return inputs.tables; }
};

/// A phase reads the world and proposes transitions, which are applied at its end.
using PhaseFunction = void (*)(World&, std::vector<Transition>&);

/// Index of a month in the counter of random draws: months since the start.
inline std::uint16_t draw_month(const World& world) {
  return static_cast<std::uint16_t>(world.step());
}

}  // namespace jtsim::agents
