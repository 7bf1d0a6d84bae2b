// Figures for which there is evidence from outside, as far as a single run tells them.
#include <algorithm>

#include <fmt/format.h>

#include "output/distribution_outcomes.hpp"

namespace jtsim::output {

namespace {

// Ranges and their sources: docs/targets.md.
constexpr std::array<Target, 6> table{{
    {"target.T13.year_1", {"T13 第1年劳动收入", "T13 earnings, year 1"}, -0.85, -0.40, 'H'},
    {"target.T13.year_5", {"T13 第5年劳动收入", "T13 earnings, year 5"}, -0.40, -0.15, 'H'},
    {"target.T14.year_1", {"T14 煤炭以外工资,第1年", "T14 pay outside coal"}, -0.45, -0.25, 'C'},
    {"target.T18", {"T18 女/男录用机会", "T18 hires, women/men"}, 0.88, 0.97, 'C'},
    {"target.T19.internal_share",
     {"T19 内部安置占比", "T19 placed inside the group"},
     0.85,
     0.97,
     'C',
     "configs/checks/shanxi.yaml"},
    {"target.T19.unemployed_12m",
     {"T19 12个月后失业", "T19 without work, 12 months"},
     0,
     0.05,
     'C',
     "configs/checks/shanxi.yaml"},
}};

/// Sum over the years of displacement of one quantity in the `k`-th of `earnings_years`.
double earnings(const OutcomeList& list, std::size_t k, EarningsQuantity quantity) {
  const auto& values = *list.values<std::int64_t>("displacement_earnings");
  double sum = 0;
  for (std::size_t y = 0; y < list.size(Axis::displaced_year); ++y) {
    const std::size_t row = y * agents::earnings_year_count + k;
    sum += static_cast<double>(values[row * enum_size<EarningsQuantity> + index_of(quantity)]);
  }
  return sum;
}

double callbacks(const OutcomeList& list, CallbackQuantity quantity) {
  const auto& values = *list.values<double>("callback");
  double sum = 0;
  for (std::size_t y = 0; y < list.size(Axis::year); ++y)
    sum += values[y * enum_size<CallbackQuantity> + index_of(quantity)];
  return sum;
}

/// Of the displaced of all years whose 12 months are over.
using Destinations = EnumArray<agents::Destination, double>;
Destinations after_a_year(const OutcomeList& list) {
  constexpr int months = 12;
  const auto& values = *list.values<std::int32_t>("destination");
  const std::size_t kinds = enum_size<agents::Destination>;
  const auto& horizons = list.axis(Axis::horizon).numbers;
  const auto h = static_cast<std::size_t>(std::ranges::find(horizons, months) - horizons.begin());
  Destinations sums{};
  for (std::size_t y = 0; y < list.size(Axis::displaced_year); ++y) {
    for (std::size_t k = 0; k < kinds; ++k)
      sums.values[k] += values[(y * horizons.size() + h) * kinds + k];
  }
  return sums;
}

/// T19: transfers inside the group among all who have a place after a year, and who has none.
void add_internal_placement(OutcomeList& list) {
  using enum agents::Destination;
  const Destinations all = after_a_year(list);
  double placed = all[internal_retired];
  for (std::size_t k = 0; k <= index_of(public_post); ++k) placed += all.values[k];
  const double without = all[unemployed_under_12m] + all[unemployed_12m_plus];
  double known = -all[censored];
  for (const double count : all) known += count;
  list.add({"target.T19.internal_share", quotient(all[internal], placed), placed});
  list.add({"target.T19.unemployed_12m", quotient(without, known), known});
}

}  // namespace

void add_targets(OutcomeList& list) {
  using enum EarningsQuantity;
  if (list.values<std::int64_t>("displacement_earnings") == nullptr) return;
  for (std::size_t k = 0; k < agents::earnings_year_count; ++k) {
    const auto sum = [&](EarningsQuantity quantity) { return earnings(list, k, quantity); };
    list.add({fmt::format("target.T13.year_{}", agents::earnings_years[k]),
              quotient(sum(earnings_fen), sum(peer_fen)) - 1, sum(events)});
  }
  list.add(
      {"target.T14.year_1",
       quotient(earnings(list, 0, outside_pay_fen), earnings(list, 0, outside_pay_before_fen)) - 1,
       earnings(list, 0, events)});
  list.add({"target.T18",
            quotient(callbacks(list, CallbackQuantity::hired_as_women),
                     callbacks(list, CallbackQuantity::hired_as_men)),
            callbacks(list, CallbackQuantity::applications)});
  add_internal_placement(list);
}

std::span<const Target> targets() { return table; }

}  // namespace jtsim::output
