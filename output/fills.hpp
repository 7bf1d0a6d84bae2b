// The fill functions of the series table; each writes one part of an array, which comes zeroed.
#pragma once

#include "output/series.hpp"

namespace jtsim::output {

// Parts of a month.
void fill_stock(const Moment& moment, std::span<std::int32_t> out);
void fill_sector_account(const Moment& moment, std::span<std::int32_t> out);
void fill_background_stock(const Moment& moment, std::span<std::int32_t> out);
void fill_registered_rate(const Moment& moment, std::span<double> out);

// Parts of a year.
void fill_flow(const Moment& moment, std::span<std::int32_t> out);

// Parts of a December.
void fill_stock_by_group(const Moment& moment, std::span<std::int32_t> out);
void fill_unemployment_spell(const Moment& moment, std::span<std::int32_t> out);
void fill_employment_form(const Moment& moment, std::span<std::int32_t> out);
void fill_mine_account(const Moment& moment, std::span<std::int32_t> out);

template <Axis group>
void fill_stock_pair(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::array kept{group, Axis::region, Axis::state};
  sum_persons(*moment.census, kept, out);
}

template <Axis group>
void fill_income(const Moment& moment, std::span<std::int64_t> out) {
  sum_incomes(*moment.census, group, out);
}

// Whole arrays at the end of a run.
void fill_budget_line(const Moment& moment, std::span<std::int64_t> out);
void fill_policy_count(const Moment& moment, std::span<std::int64_t> out);
void fill_policy_spending(const Moment& moment, std::span<std::int64_t> out);
void fill_investment_account(const Moment& moment, std::span<std::int64_t> out);
void fill_project_jobs(const Moment& moment, std::span<std::int64_t> out);
void fill_loss(const Moment& moment, std::span<std::int64_t> out);

// Of the kind `urn`.
void fill_urn_rates(const Moment& moment, std::span<double> out);
void fill_urn_stock(const Moment& moment, std::span<double> out);

/// Counts destinations by year of displacement, then `horizons` (months), then `groups`.
void count_destinations(const Moment& moment, std::span<const int> horizons,
                        std::span<const Axis> groups, std::span<std::int32_t> out);

template <Axis... groups>
void fill_destination(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::array<Axis, sizeof...(groups)> kept{groups...};
  count_destinations(moment, agents::horizons_months, kept, out);
}

template <Axis group>
void fill_destination_pair(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::array kept{group, Axis::region};
  count_destinations(moment, pair_horizons_months, kept, out);
}

}  // namespace jtsim::output
