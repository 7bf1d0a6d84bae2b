// Beginning, paying and ending services that last.
#include "agents/commitments.hpp"

#include <algorithm>

#include "agents/queue.hpp"

namespace jtsim::agents {

namespace {

bool was_left(const World& world, const Commitment& commitment) {
  const State state = world.workers.state[commitment.row];
  if (state != commitment.activity.state) return true;
  return is_employed(state) && world.workers.form[commitment.row] != commitment.activity.form;
}

bool is_over(const World& world, const Commitment& commitment) {
  return was_left(world, commitment) || world.now >= commitment.end;
}

Counter counter_of_end(const World& world, const Commitment& commitment) {
  const bool was_coaching = commitment.activity.state == State::unemployed;
  const bool found_work = was_coaching && is_employed(world.workers.state[commitment.row]);
  return world.now >= commitment.end || found_work ? Counter::completed : Counter::dropped_out;
}

/// Ends the commitment if it is over.
bool end_if_over(World& world, const Commitment& commitment) {
  if (!is_over(world, commitment)) return false;
  world.ledger.leave(commitment, world.now);
  book_answer(world, commitment.policy, counter_of_end(world, commitment), commitment.row);
  end_slot(world, commitment);
  return true;
}

/// This month's parts of running commitments, summed by policy: those of one policy have one payer
/// and one line.
class PaymentsByPolicy {
 public:
  explicit PaymentsByPolicy(std::size_t policies) : sums_(policies, 0), payers_(policies) {}

  void add(const Commitment& commitment) {
    sums_[commitment.policy.index()] += commitment.price.per_month;
    payers_[commitment.policy.index()].payer = commitment.price.payer;
    payers_[commitment.policy.index()].line = commitment.price.line;
  }
  void pay(Ledger& ledger, Month now) const {
    for (std::size_t p = 0; p < sums_.size(); ++p) {
      if (sums_[p] > 0) ledger.pay_reserved(PolicyId{p}, payers_[p], now, sums_[p]);
    }
  }

 private:
  std::vector<Fen> sums_;
  std::vector<Price> payers_;
};

}  // namespace

void begin_commitment(World& world, const Offer& offer, Row row, const Price& price,
                      Activity activity) {
  const Month end = world.now + price.months;
  world.ledger.pay_reserved(offer.policy, price, world.now, price.once);
  world.ledger.commitments().push_back({.row = row,
                                        .policy = offer.policy,
                                        .activity = activity,
                                        .start = world.now,
                                        .end = end,
                                        .price = price});
  world.workers.slot[row] = offer.policy;
  world.workers.slot_end[row] = end;
}

void end_slot(World& world, const Commitment& commitment) {
  Workers& w = world.workers;
  const Row row = commitment.row;
  const bool holds_it = w.slot[row] == commitment.policy && w.slot_end[row] == commitment.end;
  if (holds_it) w.slot_end[row] = std::min(w.slot_end[row], world.now);
}

void end_commitments(World& world) {
  world.ledger.sort_commitments();
  std::erase_if(world.ledger.commitments(),
                [&](const Commitment& commitment) { return end_if_over(world, commitment); });
}

void pay_running_commitments(World& world) {
  Ledger& ledger = world.ledger;
  ledger.sort_commitments();
  PaymentsByPolicy due(world.inputs.policies.size());
  for (const Commitment& commitment : ledger.commitments()) due.add(commitment);
  due.pay(ledger, world.now);
}

Fen service_income(const World& world, Row row) {
  const Commitment* commitment = world.ledger.commitment_of(row);
  return commitment == nullptr ? 0 : commitment->price.income_per_month;
}

}  // namespace jtsim::agents
