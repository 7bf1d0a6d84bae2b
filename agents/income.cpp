// Phase 9: payments first, then the income of the displaced against what they would have earned.
#include "agents/income.hpp"

#include <algorithm>

#include "agents/commitments.hpp"
#include "agents/pay.hpp"
#include "agents/queue.hpp"
#include "agents/statutory_payments.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

Fen transfer_of(const World& world, Row row) {
  const auto paid = std::ranges::lower_bound(world.transfers, row, {}, &Transfer::row);
  return paid != world.transfers.end() && paid->row == row ? paid->amount : 0;
}

/// Year of loss that month `since` after displacement belongs to, or none: months 12y-11 .. 12y are
/// year y.
std::optional<std::size_t> loss_year_of(int since) {
  for (std::size_t k = 0; k < loss_year_count; ++k) {
    if (since > (loss_years[k] - 1) * Month::per_year && since <= loss_years[k] * Month::per_year)
      return k;
  }
  return std::nullopt;
}

/// Wage insurance of one worker: a fixed share of the loss of pay as it is now.
Price insured(const World& world, const Offer& offer, Row row) {
  Price price = offer.price;
  const Fen gap = pay_gap(world, row);
  price.per_month = std::min(offer.most_per_month,
                             static_cast<Fen>(offer.gap_share * static_cast<double>(gap) + 0.5));
  price.income_per_month = price.per_month;
  return price;
}

/// Offers wage insurance to those hired this month.
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

/// Present value at displacement of one fen `since` months later.
class Discount {
 public:
  Discount(double rate_per_year, int months) : weights_(static_cast<std::size_t>(months) + 1, 1.0) {
    const double month = exp2_fixed(-log2_fixed(1 + rate_per_year) / Month::per_year);
    for (std::size_t m = 1; m < weights_.size(); ++m) weights_[m] = weights_[m - 1] * month;
  }
  double operator()(int since) const { return weights_[static_cast<std::size_t>(since)]; }

 private:
  std::vector<double> weights_;
};

/// Losses are taken every month of the first year, then every third month for three: pay moves
/// slowly by then.
constexpr int sampling_months = 3;

/// Months that this month stands for, `since` months after displacement; 0: none.
int months_stood_for(int since) {
  if (since <= Month::per_year) return 1;
  return (since - 1) % sampling_months == sampling_months / 2 ? sampling_months : 0;
}

/// Rows so far ahead are asked for from memory: the displaced lie far apart in the columns.
constexpr std::size_t rows_ahead = 8;

/// Asks for what the income of a person depends on.
[[gnu::always_inline]] inline void fetch_early(const Workers& w, Row row) {
  fetch(w.state, row);
  fetch(w.birth, row);
  fetch(w.relative_pay, row);
  fetch(w.left_coal, row);
}

/// Adds a month of weight `months`, `since` months after displacement.
void add_month(const World& world, Displacement& event, int months, double discount) {
  if (event.closed) return;
  if (world.workers.state[event.row] == State::dead || world.now >= event.legal_retirement) {
    event.closed = true;
    return;
  }
  const Fen earned = months * monthly_income(world, event.row);
  const Fen shadow = months * shadow_pay(world, event);
  if (const auto year = loss_year_of(world.now - event.month)) {
    event.income[*year] += earned;
    event.shadow[*year] += shadow;
  }
  event.present_income += discount * static_cast<double>(earned);
  event.present_shadow += discount * static_cast<double>(shadow);
}

/// From the month after displacement on; severance counts as income at displacement.
void add_losses(World& world) {
  const Discount discount(world.settings().income.discount_rate_per_year, world.step());
  std::vector<Displacement>& events = world.displacements.events;
  const std::vector<std::uint32_t>& month_begin = world.displacements.month_begin;
  const auto now = static_cast<std::size_t>(world.step());
  for (std::size_t then = 1; then < now; ++then) {
    const int since = world.step() - static_cast<int>(then);
    const int months = months_stood_for(since);
    if (months == 0) continue;
    for (std::size_t e = month_begin[then]; e < month_begin[then + 1]; ++e) {
      if (e + rows_ahead < events.size()) fetch_early(world.workers, events[e + rows_ahead].row);
      add_month(world, events[e], months, discount(since));
    }
  }
  for (std::size_t e = month_begin[now]; e < events.size(); ++e) {
    events[e].present_income = static_cast<double>(events[e].severance);
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
      return transfer_of(world, row);
    case State::in_training:
      return transfer_of(world, row) + service_income(world, row);
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
  insure_wages(world);
  pay_severance(world);
  pay_transfers(world);
  pay_running_commitments(world);
  add_losses(world);
}

}  // namespace jtsim::agents
