// What is counted once, when a run has ended: the books of the ledger and the register of the
// displaced.
#include <algorithm>

#include "base/error.hpp"
#include "output/fills.hpp"

namespace jtsim::output {

namespace {

using agents::Counter;
using agents::Displacement;

/// The ledger's part for the years of the axis `year`; it may begin a year earlier.
template <class T>
std::span<const T> years_of(std::span<const T> book, const agents::Ledger& ledger,
                            const Axes& axes) {
  const std::size_t years = axes.size(Axis::year);
  expect(ledger.years() >= years && ledger.years() > 0, "the ledger covers every year of the run");
  const std::size_t per_year = book.size() / ledger.years();
  return book.last(years * per_year);
}

/// A counter that is taken some months after serving.
struct LateCounter {
  Counter counter;
  int after_months;
};
constexpr std::array<LateCounter, 3> late_counters{
    {{Counter::in_work_6m, 6}, {Counter::in_work_12m, 12}, {Counter::in_work_24m, 24}}};

/// Where an event lies on an axis of its groups.
struct EventGroup {
  Axis axis;
  std::size_t (*position)(const Displacement&);
};
constexpr std::array<EventGroup, 5> event_groups{{
    {Axis::region, [](const Displacement& event) { return event.league.index(); }},
    {Axis::sex, [](const Displacement& event) { return index_of(event.sex); }},
    {Axis::ethnicity, [](const Displacement& event) { return event.ethnicity.index(); }},
    {Axis::age_band, [](const Displacement& event) { return index_of(event.age_band); }},
    {Axis::education, [](const Displacement& event) { return index_of(event.education); }},
}};

std::size_t position_of(const Displacement& event, Axis axis) {
  const auto found = std::ranges::find(event_groups, axis, &EventGroup::axis);
  expect(found != event_groups.end(), "displacements are broken down by a group they have");
  return found->position(event);
}

std::size_t horizon_index(int months) {
  const auto found =
      std::find(agents::horizons_months.begin(), agents::horizons_months.end(), months);
  return static_cast<std::size_t>(found - agents::horizons_months.begin());
}

}  // namespace

void fill_budget_line(const Moment& moment, std::span<std::int64_t> out) {
  const agents::Ledger& ledger = moment.world->ledger;
  std::ranges::copy(years_of(ledger.lines(), ledger, moment.axes), out.begin());
  const auto& lines = moment.world->inputs.budget_lines;
  constexpr std::size_t items = enum_size<agents::BudgetItem>;
  for (std::size_t i = 0; i < out.size(); i += items) {
    const bool unlimited = lines[i / items % lines.size()].per_year < 0;
    if (unlimited) out[i + index_of(agents::BudgetItem::budget)] = fill_value<std::int64_t>;
  }
}

void fill_policy_count(const Moment& moment, std::span<std::int64_t> out) {
  const agents::Ledger& ledger = moment.world->ledger;
  std::ranges::copy(years_of(ledger.counts(), ledger, moment.axes), out.begin());
  const auto& years = moment.axes[Axis::year].numbers;
  constexpr std::size_t counters = enum_size<Counter>;
  const std::size_t policies = moment.axes.size(Axis::policy);
  for (std::size_t y = 0; y < years.size(); ++y) {
    const Month last_served = std::min(Month::of(years[y], Month::per_year), moment.axes.end());
    for (const auto& [counter, after_months] : late_counters) {
      if (last_served + after_months <= moment.axes.end()) continue;
      for (std::size_t p = 0; p < policies; ++p) {
        out[(y * policies + p) * counters + index_of(counter)] = fill_value<std::int64_t>;
      }
    }
  }
}

void fill_policy_spending(const Moment& moment, std::span<std::int64_t> out) {
  const agents::Ledger& ledger = moment.world->ledger;
  std::ranges::copy(years_of(ledger.spending(), ledger, moment.axes), out.begin());
}

void fill_investment_account(const Moment& moment, std::span<std::int64_t> out) {
  constexpr std::size_t items = enum_size<agents::InvestmentItem>;
  const agents::Portfolio& portfolio = moment.world->portfolio;
  std::ranges::fill(out, fill_value<std::int64_t>);
  if (portfolio.is_empty()) return;
  const std::size_t years = moment.axes.size(Axis::year);
  const std::size_t policies = moment.axes.size(Axis::policy);
  const auto account = std::span(portfolio.account).last(years);
  for (std::size_t y = 0; y < years; ++y) {
    const std::size_t row = y * policies + portfolio.policy.index();
    std::ranges::copy(account[y], out.subspan(row * items).begin());
  }
}

void fill_project_jobs(const Moment& moment, std::span<std::int64_t> out) {
  const agents::Portfolio& portfolio = moment.world->portfolio;
  if (portfolio.is_empty()) return;
  const std::size_t rows = moment.axes.size(Axis::year) * moment.axes.size(Axis::region);
  auto to = out.begin();
  for (const auto& quantities : std::span(portfolio.jobs).last(rows))
    to = std::copy(quantities.begin(), quantities.end(), to);
}

void fill_loss(const Moment& moment, std::span<std::int64_t> out) {
  constexpr std::size_t quantities = enum_size<LossQuantity>;
  for (const Displacement& event : moment.world->displacements.events) {
    const std::size_t year = moment.axes.year_index(event.month);
    for (std::size_t k = 0; k < agents::loss_year_count; ++k) {
      const bool observed =
          event.month + agents::loss_years[k] * Month::per_year <= moment.axes.end();
      if (!observed) continue;
      const auto part = out.subspan((year * agents::loss_year_count + k) * quantities, quantities);
      part[index_of(LossQuantity::events)] += 1;
      part[index_of(LossQuantity::income_fen)] += event.income[k];
      part[index_of(LossQuantity::shadow_fen)] += event.shadow[k];
    }
  }
}

void count_destinations(const Moment& moment, std::span<const int> horizons,
                        std::span<const Axis> groups, std::span<std::int32_t> out) {
  constexpr std::size_t destinations = enum_size<agents::Destination>;
  std::size_t cells = 1;
  for (const Axis axis : groups) cells *= moment.axes.size(axis);
  std::array<std::size_t, agents::horizon_count> horizon_of{};
  for (std::size_t h = 0; h < horizons.size(); ++h) horizon_of[h] = horizon_index(horizons[h]);
  for (const Displacement& event : moment.world->displacements.events) {
    std::size_t cell = 0;
    for (const Axis axis : groups) cell = cell * moment.axes.size(axis) + position_of(event, axis);
    const std::size_t year = moment.axes.year_index(event.month);
    for (std::size_t h = 0; h < horizons.size(); ++h) {
      const std::size_t position = (year * horizons.size() + h) * cells + cell;
      ++out[position * destinations + index_of(event.destination[horizon_of[h]])];
    }
  }
}

}  // namespace jtsim::output
