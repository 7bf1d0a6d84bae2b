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
void fill_callback(const Moment& moment, std::span<double> out);

// Parts of a December.
void fill_stock_by_group(const Moment& moment, std::span<std::int32_t> out);
void fill_employment_form(const Moment& moment, std::span<std::int32_t> out);
void fill_mine_account(const Moment& moment, std::span<std::int32_t> out);

template <Axis group>
void fill_stock_pair(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::array kept{group, Axis::region, Axis::state};
  sum_persons(*moment.census, kept, out);
}

/// By the groups given and in this order.
template <Axis... groups>
void fill_income(const Moment& moment, std::span<std::int64_t> out) {
  constexpr std::array kept{groups...};
  sum_incomes(*moment.census, kept, out);
}

template <Axis... groups>
void fill_spell(const Moment& moment, std::span<std::int32_t> out) {
  constexpr std::array<Axis, sizeof...(groups)> kept{groups...};
  sum_spells(*moment.census, kept, out);
}

void fill_inequality(const Moment& moment, std::span<double> out);
void fill_lorenz(const Moment& moment, std::span<double> out);
void fill_theil_parts(const Moment& moment, std::span<double> out);
void copy_inequality(const Moment& moment, Partition partition, std::span<double> out);
void copy_lorenz(const Moment& moment, Partition partition, std::span<double> out);

template <Axis group>
void fill_inequality_by(const Moment& moment, std::span<double> out) {
  copy_inequality(moment, partition_of(group), out);
}

template <Axis group>
void fill_lorenz_by(const Moment& moment, std::span<double> out) {
  copy_lorenz(moment, partition_of(group), out);
}

// Whole arrays at the end of a run.
void fill_budget_line(const Moment& moment, std::span<std::int64_t> out);
void fill_policy_count(const Moment& moment, std::span<std::int64_t> out);
void fill_policy_spending(const Moment& moment, std::span<std::int64_t> out);
void fill_investment_account(const Moment& moment, std::span<std::int64_t> out);
void fill_project_jobs(const Moment& moment, std::span<std::int64_t> out);
void fill_earnings(const Moment& moment, std::span<std::int64_t> out);

/// How displacements are broken down: by year of displacement or over all years, then by groups.
struct EventAxes {
  enum class Years : std::uint8_t { each, all };
  Years years;
  std::span<const Axis> groups;
};

// Of the kind `urn`.
void fill_urn_rates(const Moment& moment, std::span<double> out);
void fill_urn_stock(const Moment& moment, std::span<double> out);

/// Counts destinations by year of displacement, then `horizons` (months), then `groups`.
void count_destinations(const Moment& moment, std::span<const int> horizons,
                        std::span<const Axis> groups, std::span<std::int32_t> out);
/// Sums by year of displacement (if asked for), year after it, groups.
void sum_losses(const Moment& moment, const EventAxes& axes, std::span<std::int64_t> out);
/// Sums by year of displacement (if asked for), then groups.
void sum_present_values(const Moment& moment, const EventAxes& axes, std::span<std::int64_t> out);
void sum_event_spells(const Moment& moment, const EventAxes& axes, std::span<std::int64_t> out);

template <auto sum, Axis... groups>
void fill_events(const Moment& moment, std::span<std::int64_t> out) {
  constexpr std::array<Axis, sizeof...(groups)> kept{groups...};
  sum(moment, {EventAxes::Years::each, kept}, out);
}

template <auto sum, Axis group>
void fill_events_pair(const Moment& moment, std::span<std::int64_t> out) {
  constexpr std::array kept{group, Axis::region};
  sum(moment, {EventAxes::Years::all, kept}, out);
}

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
