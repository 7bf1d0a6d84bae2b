// Reserving, applying and settling aids to search and hiring; counting later work of those served.
#include "agents/aids.hpp"

#include <algorithm>
#include <array>

#include "agents/queue.hpp"

namespace jtsim::agents {

namespace {

struct WorkHorizon {
  int months;
  Counter counter;
};
constexpr std::array<WorkHorizon, 3> work_horizons{
    {{6, Counter::in_work_6m}, {12, Counter::in_work_12m}, {24, Counter::in_work_24m}}};

void reserve(World& world, const Offer& offer, std::vector<Served>& aids) {
  std::vector<Request> requests = requests_for(world, offer, world.jobless);
  const auto give = [&](Row row) {
    const Outcome outcome = outcome_of(world.ledger.admit(offer, offer.price, world.now));
    if (outcome == Outcome::served) aids.push_back({row, offer.policy, world.now});
    return outcome;
  };
  const auto number = static_cast<std::int64_t>(requests.size());
  if (world.ledger.has_room_for(offer, offer.price, world.now, number)) {
    // Whoever asks is served, so nobody has to be put in line.
    for (const Request& request : requests)
      book_outcome(world, offer, request.row, give(request.row));
  } else {
    serve(world, offer, std::move(requests), give);
  }
}

/// The aids of one worker in a list sorted by row.
auto aids_of(const std::vector<Served>& aids, Row row) {
  return std::ranges::equal_range(aids, row, {}, &Served::row);
}

void settle(World& world, std::vector<Served>& aids, std::span<const Row> hired) {
  for (const Served& aid : aids) {
    const Offer& offer = *world.terms.offer_of(aid.policy);
    if (std::ranges::binary_search(hired, aid.row)) {
      world.ledger.pay_reserved(aid.policy, offer.price, world.now, offer.price.once);
      world.ledger.count(aid.policy, Counter::completed, world.now);
    } else {
      world.ledger.return_unused(aid.policy, offer.price, world.now);
    }
  }
  aids.clear();
}

std::int64_t month_key(const Served& served) { return served.month.count; }

}  // namespace

void reserve_aids(World& world) {
  world.hiring_aids.clear();
  world.search_aids.clear();
  for (const Offer& offer : world.terms.offers) {
    if (offer.service == Service::hiring_aid) reserve(world, offer, world.hiring_aids);
    if (offer.service == Service::search_aid) reserve(world, offer, world.search_aids);
  }
  for (std::vector<Served>* aids : {&world.hiring_aids, &world.search_aids}) {
    if (!std::ranges::is_sorted(*aids, {}, &Served::row))
      std::ranges::stable_sort(*aids, {}, &Served::row);
  }
}

double hiring_factor(const World& world, Row row) {
  double factor = 1;
  for (const Served& aid : aids_of(world.hiring_aids, row)) {
    factor *= world.terms.offer_of(aid.policy)->hiring_factor;
  }
  return factor;
}

double search_factor(const World& world, Row row) {
  double factor = 1;
  if (world.workers.state[row] == State::in_training) {
    factor = world.terms.offer_of(world.workers.slot[row])->search_factor;
  }
  for (const Served& aid : aids_of(world.search_aids, row)) {
    factor *= world.terms.offer_of(aid.policy)->search_factor;
  }
  return factor;
}

void settle_aids(World& world, std::span<const Row> hired) {
  if (world.hiring_aids.empty() && world.search_aids.empty()) return;
  std::vector<Row> sorted(hired.begin(), hired.end());
  std::ranges::sort(sorted);
  settle(world, world.hiring_aids, sorted);
  settle(world, world.search_aids, sorted);
}

void count_in_work(World& world) {
  for (const auto& [months, counter] : work_horizons) {
    const std::int64_t month = world.now.count - months;
    for (const Served& served : std::ranges::equal_range(world.served, month, {}, month_key)) {
      if (!is_employed(world.workers.state[served.row])) continue;
      world.ledger.count(served.policy, counter, served.month);
    }
  }
  // Beyond the last horizon nobody is counted any more; the list is cut once a year.
  if (!world.now.is_year_end()) return;
  const std::int64_t oldest = world.now.count - work_horizons.back().months;
  const auto kept = std::ranges::lower_bound(world.served, oldest, {}, month_key);
  world.served.erase(world.served.begin(), kept);
}

}  // namespace jtsim::agents
