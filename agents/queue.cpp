// Asking, ordering and booking the queue of a policy.
#include "agents/queue.hpp"

#include <algorithm>

#include "agents/eligibility.hpp"
#include "base/fill_draws.hpp"

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

/// Words of the persons of `requests`: for the month `decided`, or for this month.
enum class DrawnFor : std::uint8_t { decided, now };
std::vector<std::uint32_t> words_of(const World& world, const Offer& offer, Stream stream,
                                    std::span<const Request> requests, DrawnFor drawn_for) {
  std::vector<std::uint32_t> ids(requests.size());
  std::vector<std::uint16_t> months(drawn_for == DrawnFor::decided ? requests.size() : 0);
  for (std::size_t i = 0; i < ids.size(); ++i) ids[i] = world.workers.id[requests[i].row];
  for (std::size_t i = 0; i < months.size(); ++i) {
    months[i] = static_cast<std::uint16_t>(requests[i].decided - world.inputs.start);
  }
  const std::uint16_t month = drawn_for == DrawnFor::now ? draw_month(world) : std::uint16_t{0};
  const std::uint32_t key = world.inputs.policies[offer.policy.index()].draw_key;
  std::vector<std::uint32_t> words(requests.size());
  draw_each(world.luck, {stream, month, key}, ids, months, words);
  return words;
}

}  // namespace

Asking::Asking(World& world, const Offer& offer, Stream stream, std::size_t most)
    : world_(world), offer_(offer), stream_(stream), asked_(most) {}

void Asking::note_declined(std::span<const std::uint32_t> words, std::uint32_t limit) const {
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    if (words[i] >= limit && asked_[i].decided == world_.now)
      note_answer(world_, asked_[i].row, offer_.policy, Counter::declined);
  }
}

void Asking::decide() {
  // What is certain is not drawn.
  if (offer_.take_up >= 1) return;
  const std::uint32_t limit = threshold(offer_.take_up);
  const auto words = words_of(world_, offer_, stream_, asked_, DrawnFor::decided);
  std::size_t accepted = 0;
  std::int32_t declined = 0;
  if (world_.life_lines != nullptr) note_declined(words, limit);
  // Without branches: nobody can foresee who accepts.
  for (std::size_t i = 0; i < asked_.size(); ++i) {
    const std::size_t accepts = words[i] < limit ? 1 : 0;
    declined += asked_[i].decided == world_.now ? static_cast<std::int32_t>(1 - accepts) : 0;
    asked_[accepted] = asked_[i];
    accepted += accepts;
  }
  counts_[Counter::declined] = declined;
  asked_.resize(accepted);
}

std::vector<Request> Asking::close() {
  asked_.resize(number_);
  decide();
  counts_[Counter::requested] = static_cast<std::int32_t>(asked_.size());
  counts_[Counter::offered] = counts_[Counter::requested] + counts_[Counter::declined];
  for (const Counter counter :
       {Counter::offered, Counter::declined, Counter::requested, Counter::not_eligible}) {
    world_.ledger.count(offer_.policy, counter, world_.now, counts_[counter]);
  }
  return std::move(asked_);
}

std::vector<Request> requests_for(World& world, const Offer& offer,
                                  std::span<const Row> candidates) {
  if (!offer.open) return {};
  std::vector<bool8> fits(candidates.size());
  find_eligible(world, offer.eligible, candidates, fits);
  require_service(world, offer, candidates, fits);
  Asking asking(world, offer, Stream::take_up, candidates.size());
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const Month spell_start = world.workers.spell_start[candidates[i]];
    const Month eligible_from = spell_start + fits[i] * offer.eligible.spell_min_months;
    asking.ask(candidates[i], std::max(eligible_from, offer.since), fits[i]);
  }
  return asking.close();
}

std::vector<Place> places_of(const World& world, const Offer& offer,
                             std::span<const Request> requests) {
  const auto words = words_of(world, offer, Stream::queue, requests, DrawnFor::now);
  std::vector<Place> places;
  places.reserve(requests.size());
  for (std::size_t i = 0; i < requests.size(); ++i) {
    const auto [row, decided] = requests[i];
    // The race -log2(u)/1 has the order of falling words.
    places.push_back(
        {rank_of(world, offer.priority, row, decided), ~words[i], world.workers.id[row], row});
  }
  return places;
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

void note_served(World& world, PolicyId policy, Row row) {
  world.served.push_back({row, policy, world.now});
  note_answer(world, row, policy, Counter::served);
  const std::uint32_t event = world.workers.last_event[row];
  if (event == Workers::no_event) return;
  world.displacements.events[event].served |= std::uint64_t{1} << policy.index();
}

void book_answer(World& world, PolicyId policy, Counter answer, Row row) {
  world.ledger.count(policy, answer, world.now);
  note_answer(world, row, policy, answer);
}

void book_served(World& world, PolicyId policy, Row row) {
  world.ledger.count(policy, Counter::served, world.now);
  note_served(world, policy, row);
}

void book_unserved(World& world, PolicyId policy, Outcome outcome, std::span<const Place> line) {
  const Counter counter = outcome == Outcome::no_money ? Counter::no_money : Counter::no_seat;
  world.ledger.count(policy, counter, world.now, static_cast<std::int64_t>(line.size()));
  if (world.life_lines == nullptr) return;
  for (const Place& place : line) note_answer(world, place.row, policy, counter);
}

}  // namespace jtsim::agents
