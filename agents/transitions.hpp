// Every change of a worker's state passes here: what is legal, and what follows from it.
#pragma once

#include <span>
#include <vector>

#include "agents/tables.hpp"
#include "agents/workers.hpp"

namespace jtsim::agents {

struct World;

/// Where a hired worker goes. Unused for other changes.
struct Job {
  OccupationId occupation;
  LeagueId league;
  MineId mine;
  Form form = Form::regular;
  Contract contract = Contract::private_;
  std::uint16_t relative_pay = 0;
};

/// One change of state, proposed by a phase.
struct Transition {
  Row row;
  State to = State::unemployed;
  Reason reason = Reason::separation;
  Job job = {};
};

/// May a worker go from `from` to `to`? The one table of legal transitions.
bool is_legal(State from, State to);

/// Puts transitions in the order of rows, those of one row in the order they stand; fast where the
/// first of them are in order already.
void sort_by_row(std::vector<Transition>& transitions);

/// Is `row` among `sorted`, which are in the order of rows?
bool is_proposed(std::span<const Transition> sorted, Row row);

/// Applies a phase's transitions in the order of rows; at most one per worker.
/// Updates the workers, the stocks, flows and sector accounts, the cells and mines, and the
/// register of displacements. Throws LogicFault on an illegal or a second transition.
void apply(World& world, std::vector<Transition>& transitions);

/// Does `occupation` in `mine` count as underground work?
bool works_underground(const Tables& tables, const Occupation& occupation, MineId mine);

enum class Arrival : std::uint8_t { initial, entrant };

/// Books `count` new rows from `first` on, whose attributes are already filled: initial workers
/// when `initial`, else entrants.
void arrive(World& world, Row first, std::size_t count, Arrival arrival);

}  // namespace jtsim::agents
