// Reserving, applying and settling aids to search and hiring; counting later work of those served.
#include "agents/aids.hpp"

#include <algorithm>
#include <array>

#include "agents/commitments.hpp"
#include "agents/pay.hpp"
#include "agents/queue.hpp"

namespace jtsim::agents {

namespace {

struct WorkHorizon {
  int months;
  Counter counter;
};
constexpr std::array<WorkHorizon, 3> work_horizons{
    {{6, Counter::in_work_6m}, {12, Counter::in_work_12m}, {24, Counter::in_work_24m}}};

/// Asks for what noting the persons behind request `i` will touch: first which entry of the
/// register is theirs, then the entry.
[[gnu::always_inline]] inline void fetch_register(const World& world,
                                                  std::span<const Request> requests,
                                                  std::size_t i) {
  constexpr std::size_t entry_ahead = 4;
  const Workers& w = world.workers;
  if (i + rows_ahead < requests.size()) fetch_record(w, requests[i + rows_ahead].row);
  if (i + entry_ahead >= requests.size()) return;
  const std::uint32_t event = w.last_event[requests[i + entry_ahead].row];
  if (event != Workers::no_event) __builtin_prefetch(&world.displacements.events[event].served);
}

void reserve(World& world, const Offer& offer, std::vector<Served>& aids) {
  const std::vector<Request> requests = requests_for(world, offer, world.jobless);
  const auto number = static_cast<std::int32_t>(requests.size());
  if (world.ledger.admit(offer, offer.price, world.now, number) == Admission::admitted) {
    // Whoever asks is served, so nobody has to be put in line.
    world.ledger.count(offer.policy, Counter::served, world.now, number);
    for (std::size_t i = 0; i < requests.size(); ++i) {
      fetch_register(world, requests, i);
      note_served(world, offer.policy, requests[i].row);
      aids.push_back({requests[i].row, offer.policy, world.now});
    }
    return;
  }
  serve(world, offer, requests, [&](Row row) {
    const Outcome outcome = outcome_of(world.ledger.admit(offer, offer.price, world.now));
    if (outcome == Outcome::served) aids.push_back({row, offer.policy, world.now});
    return outcome;
  });
}

/// A count for each policy there can be.
using PerPolicy = std::array<std::int32_t, most_policies>;

/// The aids of one worker in a list sorted by row.
auto aids_of(const std::vector<Served>& aids, Row row) {
  return std::ranges::equal_range(aids, row, {}, &Served::row);
}

/// Both lists by row ascending.
void settle(World& world, std::vector<Served>& aids, std::span<const Row> hired) {
  PerPolicy paid{};
  PerPolicy unused{};
  auto next_hired = hired.begin();
  for (const Served& aid : aids) {
    while (next_hired != hired.end() && *next_hired < aid.row) ++next_hired;
    const bool is_hired = next_hired != hired.end() && *next_hired == aid.row;
    ++(is_hired ? paid : unused)[aid.policy.index()];
    if (is_hired) note_answer(world, aid.row, aid.policy, Counter::completed);
  }
  if (aids.empty()) return;
  for (const Offer& offer : world.terms.offers) {
    const std::int32_t completed = paid[offer.policy.index()];
    if (completed + unused[offer.policy.index()] == 0) continue;
    world.ledger.pay_reserved(offer.policy, offer.price, world.now, completed * offer.price.once);
    world.ledger.count(offer.policy, Counter::completed, world.now, completed);
    world.ledger.return_unused(offer.policy, offer.price, world.now, unused[offer.policy.index()]);
  }
  aids.clear();
}

/// What a slot policy makes of the search: less in training, more with a case worker.
double slot_factor(const World& world, Row row) {
  if (!holds_slot(world, row)) return 1;
  const Offer* offer = world.terms.offer_of(world.workers.slot[row]);
  return offer == nullptr ? 1 : offer->search_factor;
}

std::int64_t month_key(const Served& served) { return served.month.count; }

}  // namespace

void reserve_aids(World& world) {
  world.hiring_aids.clear();
  world.search_aids.clear();
  world.relocation_aids.clear();
  for (const Offer& offer : world.terms.offers) {
    if (offer.service == Service::hiring_aid) reserve(world, offer, world.hiring_aids);
    if (offer.service == Service::search_aid) reserve(world, offer, world.search_aids);
    if (offer.service == Service::relocation_aid) reserve(world, offer, world.relocation_aids);
  }
  for (std::vector<Served>* aids :
       {&world.hiring_aids, &world.search_aids, &world.relocation_aids}) {
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

void note_subsidised_hire(World& world, Row row, std::size_t cell) {
  const OccupationId occupation = world.market.cells.occupation(cell);
  if (world.tables().occupations[occupation.index()].sector == Sector::mining) return;
  for (const Served& aid : aids_of(world.hiring_aids, row)) {
    const Offer& offer = *world.terms.offer_of(aid.policy);
    if (offer.demand_elasticity <= 0) continue;
    const double year = Month::per_year * world.conditions.unit_pay_fen *
                        post_pay(world.tables(), occupation, world.market.cells.league(cell));
    world.market.subsidised.push_back(
        {cell, world.now + Month::per_year + 1,
         offer.demand_elasticity * static_cast<double>(offer.price.once) / year});
  }
}

void find_search_factors(const World& world, std::span<const Row> rows, std::span<double> factors) {
  auto aid = world.search_aids.begin();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    factors[i] = slot_factor(world, rows[i]);
    while (aid != world.search_aids.end() && aid->row < rows[i]) ++aid;
    for (; aid != world.search_aids.end() && aid->row == rows[i]; ++aid) {
      factors[i] *= world.terms.offer_of(aid->policy)->search_factor;
    }
  }
}

double reach_factor(const World& world, Row row) {
  double factor = 1;
  for (const Served& aid : aids_of(world.relocation_aids, row)) {
    factor *= world.terms.offer_of(aid.policy)->reach_factor;
  }
  return factor;
}

void settle_aids(World& world, std::span<const Row> hired, std::span<const Row> moved) {
  std::vector<Row> sorted(hired.begin(), hired.end());
  std::ranges::sort(sorted);
  settle(world, world.hiring_aids, sorted);
  settle(world, world.search_aids, sorted);
  sorted.assign(moved.begin(), moved.end());
  std::ranges::sort(sorted);
  settle(world, world.relocation_aids, sorted);
}

void count_in_work(World& world) {
  for (const auto& [months, counter] : work_horizons) {
    const Month then = world.now - months;
    PerPolicy in_work{};
    for (const Served& served :
         std::ranges::equal_range(world.served, std::int64_t{then.count}, {}, month_key)) {
      in_work[served.policy.index()] += is_placed(world.workers.state[served.row]) ? 1 : 0;
    }
    for (std::size_t p = 0; p < world.ledger.policies(); ++p) {
      if (in_work[p] > 0) world.ledger.count(PolicyId{p}, counter, then, in_work[p]);
    }
  }
  // Beyond the last horizon nobody is counted any more; the list is cut once a year.
  if (!world.now.is_year_end()) return;
  const std::int64_t oldest = world.now.count - work_horizons.back().months;
  const auto kept = std::ranges::lower_bound(world.served, oldest, {}, month_key);
  world.served.erase(world.served.begin(), kept);
}

}  // namespace jtsim::agents
