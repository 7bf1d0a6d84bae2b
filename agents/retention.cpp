// Retention, mine by mine.
#include "agents/retention.hpp"

#include <algorithm>

namespace jtsim::agents {

namespace {

/// Books the request of one mine; returns the posts kept.
std::int32_t keep_posts(World& world, const RetentionTerms& terms, std::int32_t asked,
                        std::int32_t& seats) {
  Ledger& ledger = world.ledger;
  ledger.count(terms.policy, Counter::offered, world.now, asked);
  ledger.count(terms.policy, Counter::requested, world.now, asked);
  const std::int32_t kept = std::min(asked, seats);
  ledger.count(terms.policy, Counter::no_seat, world.now, asked - kept);
  if (kept == 0) return 0;
  if (!ledger.pay(terms.policy, terms.price, world.now, kept * terms.price.per_month)) {
    ledger.count(terms.policy, Counter::no_money, world.now, kept);
    return 0;
  }
  ledger.count(terms.policy, Counter::served, world.now, kept);
  seats -= kept;
  return kept;
}

std::int32_t seats_of(const Seats& seats) {
  const auto limit = [](std::int32_t number) { return number < 0 ? INT32_MAX : number; };
  return std::min(limit(seats.per_month), limit(seats.max_active));
}

}  // namespace

void retain_staff(World& world, std::vector<std::int32_t>& surplus) {
  std::vector<bool8> kept_any(surplus.size(), 0);
  for (const RetentionTerms& terms : world.terms.retention) {
    std::int32_t seats = seats_of(terms.seats);
    for (std::size_t m = 0; m < surplus.size(); ++m) {
      const bool served = terms.leagues.has(world.tables().mines[m].league);
      if (surplus[m] <= 0 || !served || !world.mines[m].open) continue;
      if (world.months_retained[m] >= terms.most_months) continue;
      const std::uint32_t word =
          draw(world.luck, Stream::retained_share, static_cast<std::uint32_t>(m), draw_month(world),
               world.inputs.policies[terms.policy.index()].draw_key);
      const std::int32_t asked = rounded_by_chance(terms.share * surplus[m], word);
      const std::int32_t kept = asked > 0 ? keep_posts(world, terms, asked, seats) : 0;
      surplus[m] -= kept;
      kept_any[m] |= bool8{kept > 0};
    }
  }
  for (std::size_t m = 0; m < surplus.size(); ++m) {
    world.months_retained[m] = kept_any[m] != 0 ? world.months_retained[m] + 1 : 0;
  }
}

}  // namespace jtsim::agents
