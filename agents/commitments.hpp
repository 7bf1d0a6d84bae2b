// Services that last: beginning one, paying it month by month, and ending it when the worker does
// something else.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Begins a lasting service that `Ledger::admit` admitted at `price`: pays its first amount and
/// takes the worker's slot until its end. `activity` is what the worker does meanwhile.
void begin_commitment(World& world, const Offer& offer, Row row, const Price& price,
                      Activity activity);

/// Is a slot policy running?
inline bool holds_slot(const World& world, Row row) {
  return world.workers.slot_end[row] > world.now;
}

/// Notes that a commitment's hold on the worker's slot ends with this month, if it does not end
/// earlier. A slot that something else has taken since stays as it is.
void end_slot(World& world, const Commitment& commitment);

/// Phase 9: ends the commitments that are over, and those whose workers do something else by now;
/// their money returns from this month on. What lasted to its end counts as completed, as does
/// coaching that ended with a job; all else as dropped out, whatever the reason.
void end_commitments(World& world);

/// Phase 9, after `end_commitments`: pays this month's part of every commitment out of its
/// reservation.
void pay_running_commitments(World& world);

/// What a worker receives a month from a slot policy, besides pay. After `pay_running_commitments`.
Fen service_income(const World& world, Row row);

}  // namespace jtsim::agents
