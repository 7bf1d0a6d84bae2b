// Asking, ordering and booking the queue of a policy.
#include "agents/queue.hpp"

#include <algorithm>

#include "agents/eligibility.hpp"

namespace jtsim::agents {

namespace {

/// How easily a person finds work: product of the hiring factors of age, sex, education and spell.
double ease_of_hiring(const World& world, Row row) {
  const Workers& w = world.workers;
  const HiringFactors& factors = world.tables().hiring;
  const AgeBand band = age_band_of(age_years(w.birth[row], world.now));
  const double person =
      factors.age[band] * factors.sex[w.sex[row]] * factors.education[w.education[row]];
  if (factors.spell_months.empty()) return person;
  const auto spell = static_cast<std::size_t>(std::max(0, months_without_work(world, row)));
  return person * factors.spell_months[std::min(spell, factors.spell_months.size() - 1)];
}

double rank_of(const World& world, Priority priority, Row row, Month asked_first) {
  const Workers& w = world.workers;
  switch (priority) {
    case Priority::first_come:
      return asked_first.count;
    case Priority::hardest_first:
      return ease_of_hiring(world, row);
    case Priority::oldest_first:
      return w.birth[row].count;
    case Priority::youngest_first:
      return -w.birth[row].count;
    case Priority::longest_spell_first:
      return w.spell_start[row].count;
    case Priority::league_order:
      return static_cast<double>(w.league[row].index());
  }
  return 0;
}

/// First month of the interval in which `now` lies.
Month interval_start(Month since, Month now, int length) { return now - (now - since) % length; }

}  // namespace

Asking::Asking(World& world, const Offer& offer, Stream stream)
    : world_(world),
      offer_(offer),
      stream_(stream),
      key_(world.inputs.policies[offer.policy.index()].draw_key),
      threshold_(threshold(offer.take_up)) {}

void Asking::ask(Row row, Month since) {
  const WorkerId id = world_.workers.id[row];
  const Month start = interval_start(since, world_.now, offer_.repeat_after_months);
  const bool first_month = start == world_.now;
  const auto month = static_cast<std::uint16_t>(start - world_.inputs.start);
  // What is certain is not drawn.
  const bool accepts =
      offer_.take_up >= 1 || draw(world_.luck, stream_, id, month, key_) < threshold_;
  if (!accepts) {
    counts_[Counter::offered] += first_month ? 1 : 0;
    counts_[Counter::declined] += first_month ? 1 : 0;
    return;
  }
  ++counts_[Counter::offered];
  ++counts_[Counter::requested];
  // The race -log2(u)/1 has the order of falling words.
  const std::uint32_t race = ~draw(world_.luck, Stream::queue, id, draw_month(world_), key_);
  requests_.push_back({rank_of(world_, offer_.priority, row, start), race, id, row});
}

void Asking::refuse(Month since) {
  if ((world_.now - since) % offer_.repeat_after_months == 0) ++counts_[Counter::not_eligible];
}

std::vector<Request> Asking::close() {
  for (const Counter counter :
       {Counter::offered, Counter::declined, Counter::requested, Counter::not_eligible}) {
    world_.ledger.count(offer_.policy, counter, world_.now, counts_[counter]);
  }
  return std::move(requests_);
}

std::vector<Request> requests_for(World& world, const Offer& offer,
                                  std::span<const Row> candidates) {
  if (!offer.open) return {};
  Asking asking(world, offer, Stream::take_up);
  for (const Row row : candidates) {
    const Month spell_start = world.workers.spell_start[row];
    const Month since = std::max(spell_start, offer.since);
    if (is_eligible(world, offer.eligible, row) && fits_service(world, offer, row)) {
      asking.ask(row, std::max(since, spell_start + offer.eligible.spell_min_months));
    } else {
      asking.refuse(since);
    }
  }
  return asking.close();
}

Outcome outcome_of(Admission admission) {
  switch (admission) {
    case Admission::admitted:
      return Outcome::served;
    case Admission::no_seat:
      return Outcome::no_seat;
    case Admission::no_money:
      return Outcome::no_money;
  }
  return Outcome::no_seat;
}

void book_unserved(World& world, const Offer& offer, Outcome outcome, std::int64_t number) {
  const Counter counter = outcome == Outcome::no_money ? Counter::no_money : Counter::no_seat;
  world.ledger.count(offer.policy, counter, world.now, number);
}

void book_outcome(World& world, const Offer& offer, Row row, Outcome outcome) {
  const Counter counter = outcome == Outcome::served     ? Counter::served
                          : outcome == Outcome::no_money ? Counter::no_money
                                                         : Counter::no_seat;
  world.ledger.count(offer.policy, counter, world.now);
  if (outcome != Outcome::served) return;
  world.served.push_back({row, offer.policy, world.now});
  const std::uint32_t event = world.workers.last_event[row];
  if (event == Workers::no_event) return;
  world.displacements.events[event].served |= std::uint64_t{1} << offer.policy.index();
}

}  // namespace jtsim::agents
