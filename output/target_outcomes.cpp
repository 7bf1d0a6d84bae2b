// Figures for which there is evidence from outside, as far as a single run tells them.
#include <fmt/format.h>

#include "output/distribution_outcomes.hpp"

namespace jtsim::output {

namespace {

// Ranges and their sources: docs/targets.md.
constexpr std::array<Target, 4> table{{
    {"target.T13.year_1", tr("T13 earnings, year 1"), -0.85, -0.40, 'H'},
    {"target.T13.year_5", tr("T13 earnings, year 5"), -0.40, -0.15, 'H'},
    {"target.T14.year_1", tr("T14 pay outside coal"), -0.45, -0.25, 'C'},
    {"target.T18", tr("T18 hires, women/men"), 0.88, 0.97, 'C'},
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
}

std::span<const Target> targets() { return table; }

}  // namespace jtsim::output
