// Phase 9: payments first, then losses; what everybody lives on.
#include "agents/income.hpp"

#include <algorithm>

#include "agents/commitments.hpp"
#include "agents/losses.hpp"
#include "agents/pay.hpp"
#include "agents/queue.hpp"
#include "agents/statutory_payments.hpp"

namespace jtsim::agents {

namespace {

/// Wage insurance of one worker: a fixed share of the loss of pay as it is now.
Price insured(const World& world, const Offer& offer, Row row) {
  Price price = offer.price;
  const Fen gap = pay_gap(world, row);
  price.per_month = std::min(offer.most_per_month,
                             static_cast<Fen>(offer.gap_share * static_cast<double>(gap) + 0.5));
  price.income_per_month = price.per_month;
  return price;
}

/// Offers wage insurance to those hired this month, who thereby left what held their slot.
void insure_wages(World& world) {
  for (const Offer& offer : world.terms.offers) {
    if (!offer.open || offer.service != Service::wage_insurance) continue;
    serve(world, offer, requests_for(world, offer, world.hired), [&](Row row) {
      const Price price = insured(world, offer, row);
      const Outcome outcome = outcome_of(world.ledger.admit(offer, price, world.now));
      if (outcome == Outcome::served) {
        begin_commitment(world, offer, row, price, {world.workers.state[row]});
      }
      return outcome;
    });
  }
}

}  // namespace

Fen monthly_pension(const World& world, Row row) {
  const double share = world.settings().income.pension_share;
  return static_cast<Fen>(share * world.workers.relative_pay[row] * relative_pay_unit *
                              world.conditions.unit_pay_fen +
                          0.5);
}

Fen monthly_income(const World& world, Row row) {
  switch (world.workers.state[row]) {
    case State::employed_mining:
    case State::employed_new_energy:
    case State::employed_tertiary:
    case State::employed_primary:
    case State::employed_other_secondary:
      return monthly_pay(world, row) + (holds_slot(world, row) ? service_income(world, row) : 0);
    case State::left_region:
      return monthly_pay(world, row);
    case State::unemployed:
      return world.transfers.of(row);
    case State::in_training:
      return world.transfers.of(row) + service_income(world, row);
    case State::internal_retired:
      return service_income(world, row);
    case State::retired:
      return monthly_pension(world, row);
    case State::out_of_labour_force:
    case State::dead:
      return 0;
  }
  return 0;
}

void income(World& world, std::vector<Transition>&) {
  end_commitments(world);
  insure_wages(world);
  pay_severance(world);
  pay_transfers(world);
  pay_running_commitments(world);
  add_losses(world);
}

}  // namespace jtsim::agents
