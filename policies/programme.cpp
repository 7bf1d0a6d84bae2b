// Turns the declared amounts of a queued programme into an offer.
#include "policies/programme.hpp"

namespace jtsim::policies {

agents::Offer QueuedProgramme::offer(const PolicyContext& context, agents::Service service) const {
  agents::Offer written;
  written.policy = context.id;
  written.service = service;
  written.open = context.open;
  written.since = context.start;
  written.eligible = context.resolved.eligible;
  written.priority = priority;
  written.take_up = take_up_share;
  written.repeat_after_months = repeat_after_months;
  written.seats = {seats_per_month, max_active, max_total};
  written.price.once = fen_from_yuan(unit_cost_yuan);
  written.price.payer = payer;
  written.price.line = context.resolved.line;
  return written;
}

}  // namespace jtsim::policies
