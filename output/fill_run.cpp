// What is copied once, when a run has ended: the books of the ledger.
#include <algorithm>

#include "base/error.hpp"
#include "output/fills.hpp"

namespace jtsim::output {

namespace {

using agents::Counter;

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

}  // namespace jtsim::output
