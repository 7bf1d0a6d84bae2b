// Phase 6: the cascade of offers to the displaced and the unemployed.
#include "agents/placement.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "agents/commitments.hpp"
#include "agents/eligibility.hpp"
#include "agents/pay.hpp"
#include "agents/programme_posts.hpp"
#include "agents/queue.hpp"
#include "agents/transfer.hpp"
#include "agents/unit_transfer.hpp"

namespace jtsim::agents {

namespace {

bool places(const Offer& offer) {
  switch (offer.service) {
    case Service::internal_transfer:
    case Service::organised_transfer:
    case Service::internal_retirement:
    case Service::training:
    case Service::platform_work:
    case Service::self_employment:
    case Service::public_post:
    case Service::labour_export:
    case Service::coaching:
      return offer.open;
    case Service::wage_insurance:
    case Service::hiring_aid:
    case Service::search_aid:
    case Service::relocation_aid:
      return false;
  }
  return false;
}

/// Last monthly pay: before the displacement, or what the last job would pay now.
Fen last_pay(const World& world, Row row) {
  if (!fits_displacement(world, DisplacedRule::displaced, row)) return monthly_pay(world, row);
  return world.displacements.events[world.workers.last_event[row]].pay_before;
}

Fen share_of(Fen amount, double share) {
  return static_cast<Fen>(static_cast<double>(amount) * share + 0.5);
}

/// Allowance and contributions until the ordinary pension.
Price price_until_pension(const World& world, const Offer& offer, Row row) {
  const Fen pay = last_pay(world, row);
  Price price = offer.price;
  price.months = world.workers.retirement[row] - world.now;
  price.income_per_month = share_of(pay, offer.allowance_share);
  price.per_month = price.income_per_month + share_of(pay, offer.contribution_share);
  return price;
}

/// Phase 6 as it goes through the offers.
class Cascade {
 public:
  Cascade(World& world, std::vector<Transition>& transitions)
      : world_(world), transitions_(transitions), posts_(world) {
    for (const Row row : world.jobless) {
      if (world.workers.state[row] == State::unemployed) candidates_.push_back(row);
    }
  }

  void put(const Offer& offer) {
    const std::vector<Request> requests = requests_for(world_, offer, candidates_);
    if (requests.empty()) return;
    if (offer.service == Service::organised_transfer) {
      served_ = transfer_units(world_, offer, requests, transitions_);
    } else {
      serve_one_by_one(offer, requests);
    }
    leave_out_served();
  }

 private:
  void serve_one_by_one(const Offer& offer, std::span<const Request> requests) {
    if (offer.service == Service::internal_transfer) posts_.limit_to(offer.post_share);
    served_.clear();
    serve(world_, offer, requests, [&](Row row) {
      const Outcome outcome = give(offer, row);
      if (outcome == Outcome::served) served_.push_back(row);
      return outcome;
    });
  }

  /// Candidates stand by row ascending.
  void leave_out_served() {
    if (served_.empty()) return;
    std::ranges::sort(served_);
    std::vector<Row> rest;
    rest.reserve(candidates_.size());
    std::ranges::set_difference(candidates_, served_, std::back_inserter(rest));
    candidates_ = std::move(rest);
  }

  Outcome give(const Offer& offer, Row row) {
    switch (offer.service) {
      case Service::internal_transfer:
        return transfer(offer, row);
      case Service::internal_retirement:
        return commit(offer, row, price_until_pension(world_, offer, row),
                      {row, State::internal_retired, Reason::internal_retirement});
      case Service::training:
        return commit(offer, row, offer.price, {row, State::in_training, Reason::training_start});
      case Service::platform_work:
      case Service::self_employment:
      case Service::public_post:
        return provide_post(offer, row);
      case Service::labour_export:
        return commit(offer, row, offer.price, {row, State::left_region, Reason::programme_start});
      case Service::coaching:
        return coach(offer, row);
      case Service::organised_transfer:
      case Service::wage_insurance:
      case Service::hiring_aid:
      case Service::search_aid:
      case Service::relocation_aid:
        break;
    }
    return Outcome::no_seat;
  }

  Outcome transfer(const Offer& offer, Row row) {
    const auto post = posts_.choose(row);
    if (!post) return Outcome::no_post;
    const Outcome outcome = outcome_of(world_.ledger.admit(offer, offer.price, world_.now));
    if (outcome != Outcome::served) return outcome;
    world_.ledger.pay_reserved(offer.policy, offer.price, world_.now, offer.price.once);
    posts_.promise(*post);
    const MinePosts& posts = world_.market.mine_posts[*post];
    const LeagueId league = world_.tables().mines[posts.mine.index()].league;
    transitions_.push_back(
        {.row = row,
         .to = State::employed_mining,
         .reason = Reason::transfer,
         .job = {posts.occupation, league, posts.mine, Form::regular, world_.workers.contract[row],
                 offered_relative_pay(world_, row, posts.occupation, league)}});
    return Outcome::served;
  }

  Outcome commit(const Offer& offer, Row row, const Price& price, const Transition& change) {
    const Outcome outcome = outcome_of(world_.ledger.admit(offer, price, world_.now));
    if (outcome != Outcome::served) return outcome;
    begin_commitment(world_, offer, row, price, {change.to, change.job.form});
    transitions_.push_back(change);
    return outcome;
  }

  Outcome provide_post(const Offer& offer, Row row) {
    const auto job = programme_post(world_, offer, row);
    if (!job) return Outcome::no_post;
    const Sector sector = world_.tables().occupations[job->occupation.index()].sector;
    return commit(offer, row, offer.price,
                  {row, employed_in(sector), Reason::programme_start, *job});
  }

  /// Nothing changes but the search.
  Outcome coach(const Offer& offer, Row row) {
    const Outcome outcome = outcome_of(world_.ledger.admit(offer, offer.price, world_.now));
    if (outcome == Outcome::served)
      begin_commitment(world_, offer, row, offer.price, {State::unemployed});
    return outcome;
  }

  World& world_;
  std::vector<Transition>& transitions_;
  TransferPosts posts_;
  std::vector<Row> candidates_;
  std::vector<Row> served_;
};

}  // namespace

void placement(World& world, std::vector<Transition>& transitions) {
  if (world.jobless.empty() || std::ranges::none_of(world.terms.offers, places)) return;
  Cascade cascade(world, transitions);
  for (const Offer& offer : world.terms.offers) {
    if (places(offer)) cascade.put(offer);
  }
}

int internal_retirement_window(const World& world) {
  int window = 0;
  for (const Offer& offer : world.terms.offers) {
    if (offer.open && offer.service == Service::internal_retirement) {
      window = std::max(window, offer.window_months);
    }
  }
  return window;
}

void accept_internal_retirement(World& world, std::span<const Row> candidates, std::int32_t limit,
                                std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  std::vector<Row> asked(candidates.begin(), candidates.end());
  std::vector<bool8> fits(asked.size());
  for (const Offer& offer : world.terms.offers) {
    if (!offer.open || offer.service != Service::internal_retirement) continue;
    find_fitting(world, offer.eligible, asked, std::span(fits).first(asked.size()));
    Asking asking(world, offer, Stream::internal_retirement, asked.size());
    for (std::size_t i = 0; i < asked.size(); ++i) {
      if (!is_in_window(world, offer, asked[i])) continue;
      const Month window_start = w.retirement[asked[i]] - offer.window_months;
      asking.ask(asked[i], std::max(window_start, offer.since), fits[i]);
    }
    serve(world, offer, asking.close(), [&](Row row) {
      if (limit == 0) return Outcome::no_seat;
      const Price price = price_until_pension(world, offer, row);
      const Outcome outcome = outcome_of(world.ledger.admit(offer, price, world.now));
      if (outcome != Outcome::served) return outcome;
      --limit;
      begin_commitment(world, offer, row, price, {State::internal_retired});
      transitions.push_back({row, State::internal_retired, Reason::internal_retirement});
      std::erase(asked, row);
      return outcome;
    });
  }
}

}  // namespace jtsim::agents
