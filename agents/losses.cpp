// Income and shadow earnings of the displaced.
#include "agents/losses.hpp"

#include <algorithm>
#include <optional>

#include "agents/income.hpp"
#include "agents/pay.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

/// Year of loss that month `since` after displacement belongs to, or none: months 12y-11 .. 12y are
/// year y.
std::optional<std::size_t> loss_year_of(int since) {
  for (std::size_t k = 0; k < loss_year_count; ++k) {
    if (since > (loss_years[k] - 1) * Month::per_year && since <= loss_years[k] * Month::per_year)
      return k;
  }
  return std::nullopt;
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

/// Cases so far ahead are asked for from memory, and for those half as far what the income of the
/// person depends on: the displaced lie far apart in memory.
constexpr std::size_t cases_ahead = 16;

[[gnu::always_inline]] inline void fetch_person(const Workers& w, Row row) {
  fetch(w.state, row);
  fetch(w.form, row);
  fetch_record(w, row);
}

/// `number` cases, the `i`-th of which is `event_at(i)`.
template <class EventAt>
[[gnu::always_inline]] inline void fetch_ahead(const World& world, std::size_t i,
                                               std::size_t number, EventAt&& event_at) {
  if (i + cases_ahead < number) __builtin_prefetch(&event_at(i + cases_ahead));
  if (i + cases_ahead / 2 < number) fetch_person(world.workers, event_at(i + cases_ahead / 2).row);
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

/// Every month of the first year.
void add_first_year(World& world, const Discount& discount) {
  std::vector<Displacement>& events = world.displacements.events;
  const std::vector<std::uint32_t>& month_begin = world.displacements.month_begin;
  const auto now = static_cast<std::size_t>(world.step());
  const std::size_t first = month_begin[now > Month::per_year ? now - Month::per_year : 1];
  const std::size_t number = month_begin[now] - first;
  const auto event_at = [&](std::size_t i) -> Displacement& { return events[first + i]; };
  for (std::size_t i = 0; i < number; ++i) {
    fetch_ahead(world, i, number, event_at);
    add_month(world, event_at(i), 1, discount(world.now - event_at(i).month));
  }
}

/// Of the later years the cases whose turn it is; those closed by now are dropped.
void add_later_years(World& world, const Discount& discount) {
  // The middle one of every three months: since = 3 k + 2.
  constexpr int middle = loss_sampling_months / 2 + 1;
  const int then = world.step() - middle;
  if (then < 0) return;
  std::vector<std::uint32_t>& followed =
      world.followed_losses[static_cast<std::size_t>(then % loss_sampling_months)];
  std::vector<Displacement>& events = world.displacements.events;
  const auto event_at = [&](std::size_t i) -> Displacement& { return events[followed[i]]; };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < followed.size(); ++i) {
    fetch_ahead(world, i, followed.size(), event_at);
    Displacement& event = event_at(i);
    add_month(world, event, loss_sampling_months, discount(world.now - event.month));
    followed[kept] = followed[i];
    kept += event.closed ? 0U : 1U;
  }
  followed.resize(kept);
}

/// Cases whose first year ends with this month are followed by the quarter from now on.
void follow_on(World& world) {
  const int then = world.step() - Month::per_year;
  if (then < 1) return;
  const auto [first, last] =
      std::pair(world.displacements.month_begin[static_cast<std::size_t>(then)],
                world.displacements.month_begin[static_cast<std::size_t>(then) + 1]);
  for (std::uint32_t e = first; e < last; ++e) {
    if (world.displacements.events[e].closed) continue;
    world.followed_losses[static_cast<std::size_t>(then % loss_sampling_months)].push_back(e);
  }
}

}  // namespace

void add_losses(World& world) {
  const Discount discount(world.settings().income.discount_rate_per_year, world.step());
  add_first_year(world, discount);
  add_later_years(world, discount);
  follow_on(world);
  std::vector<Displacement>& events = world.displacements.events;
  for (std::size_t e = world.displacements.month_begin[static_cast<std::size_t>(world.step())];
       e < events.size(); ++e) {
    events[e].present_income = static_cast<double>(events[e].severance);
  }
}

}  // namespace jtsim::agents
