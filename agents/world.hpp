// The state of one replicate: workers, mines, market, register, ledger and this month's conditions
// and terms.
#pragma once

#include <vector>

#include "agents/balance.hpp"
#include "agents/calendar.hpp"
#include "agents/conditions.hpp"
#include "agents/death_thresholds.hpp"
#include "agents/displacements.hpp"
#include "agents/followed_losses.hpp"
#include "agents/growth.hpp"
#include "agents/id_blocks.hpp"
#include "agents/inputs.hpp"
#include "agents/ledger.hpp"
#include "agents/life_lines.hpp"
#include "agents/market.hpp"
#include "agents/market_scratch.hpp"
#include "agents/near_pension.hpp"
#include "agents/portfolio.hpp"
#include "agents/tallies.hpp"
#include "agents/terms.hpp"
#include "agents/transfers.hpp"
#include "agents/transitions.hpp"
#include "agents/workers.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

/// A service given to a worker, whose later work is counted for the policy.
struct Served {
  Row row;
  PolicyId policy;
  Month month;
};

/// Shares of the distances from 1 that hiring factors keep.
struct EqualTreatment {
  double ethnicity = 1;
  double sex = 1;
  double age = 1;
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
  Growth growth;
  Workers workers;
  std::vector<MineState> mines;
  Market market;
  Conditions conditions;
  DeathThresholds death_thresholds;
  Terms terms;
  Ledger ledger;
  Portfolio portfolio;
  Displacements displacements;
  FollowedLosses followed_losses;
  std::vector<Served> served;
  Tallies tallies;
  /// Rows of the unemployed and those in training, ascending; kept by `apply`.
  std::vector<Row> jobless;
  /// Benefits and assistance of this month.
  Transfers transfers;
  /// Workers on a special early pension, until their ordinary pension.
  std::vector<Row> early_retired;
  /// Early pensions that their policy owes this month, and what of them its line could not bear.
  Fen early_pensions_due = 0;
  Fen early_pensions_unborne = 0;
  /// Who asked for a special early pension or, by row ascending, for assistance, and waits for
  /// money: they ask again every month.
  std::vector<Row> awaiting_early_pension;
  std::vector<Row> awaiting_assistance;
  /// Rows by the month of their ordinary pension, and by the month in which they may first ask for
  /// special early retirement.
  Calendar pensions;
  Calendar special_pensions;
  /// Of the first those who work in mines.
  NearPension near_pension;
  /// Mean of `displacement_weight` over the initial workforce.
  double mean_displacement_weight = 1;
  /// Birth month of the eldest; nobody who enters later is older.
  Month eldest_birth;
  IdBlocks id_blocks;
  /// Workers whose hiring or search is aided this month: [row] sorted, with the policy.
  std::vector<Served> hiring_aids;
  std::vector<Served> search_aids;
  std::vector<Served> relocation_aids;
  /// Rows hired from the market this month, ascending.
  std::vector<Row> hired;
  /// What equal treatment leaves of the distances of hiring factors from 1 this month.
  EqualTreatment equal_treatment;
  /// [mine] months on end in which retention kept posts.
  std::vector<int> months_retained;
  /// Persons who reached their legal retirement month or died before it this month, whatever they
  /// did: their places in the labour force are taken by the young.
  std::int32_t replaced = 0;
  MarketScratch scratch;
  /// Looks on at some workers; mostly there is none.
  LifeLines* life_lines = nullptr;

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
