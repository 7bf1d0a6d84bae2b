// Sums over the register of the displaced, taken once when a run has ended.
#include <algorithm>
#include <cmath>

#include "output/fills.hpp"

namespace jtsim::output {

namespace {

using agents::Destination;
using agents::Displacement;

/// The cells that events are summed into, and the walk through the register.
class EventCells {
 public:
  EventCells(const Moment& moment, const EventAxes& axes) : moment_(moment), axes_(axes) {
    for (const Axis axis : axes.groups) cells_ *= moment.axes.size(axis);
  }

  /// Cells of one year of displacement.
  std::size_t count() const { return cells_; }

  /// Calls `visit(event, key, year, cell)`; `year` is 0 if all years are summed.
  template <class Visit>
  void for_each(Visit&& visit) const {
    const auto& events = moment_.world->displacements.events;
    for (std::size_t e = 0; e < events.size(); ++e) {
      const EventKey& key = (*moment_.events)[e];
      std::size_t cell = 0;
      for (const Axis axis : axes_.groups) {
        cell = cell * moment_.axes.size(axis) + key.groups[partition_of(axis)];
      }
      const bool each = axes_.years == EventAxes::Years::each;
      visit(events[e], key, each ? std::size_t{key.year} : 0, cell);
    }
  }

 private:
  const Moment& moment_;
  const EventAxes& axes_;
  std::size_t cells_ = 1;
};

Fen rounded(double fen) { return static_cast<Fen>(std::floor(fen + 0.5)); }

/// The part of an array that belongs to a row of quantities.
template <class Quantity>
std::span<std::int64_t> row_of(std::span<std::int64_t> out, std::size_t row) {
  return out.subspan(row * enum_size<Quantity>, enum_size<Quantity>);
}

/// Does a year after displacement lie within the run?
bool is_over(const Moment& moment, const Displacement& event, int year) {
  return event.month + year * Month::per_year <= moment.axes.end();
}

std::size_t horizon_index(int months) {
  const auto found =
      std::find(agents::horizons_months.begin(), agents::horizons_months.end(), months);
  return static_cast<std::size_t>(found - agents::horizons_months.begin());
}

/// Those who stay with their group, or leave for a pension in the month of displacement, do not
/// look for work.
bool has_to_look_for_work(const Displacement& event) {
  const Destination first = event.destination.front();
  return first != Destination::internal && first != Destination::internal_retired &&
         first != Destination::retired;
}

}  // namespace

void count_destinations(const Moment& moment, std::span<const int> horizons,
                        std::span<const Axis> groups, std::span<std::int32_t> out) {
  constexpr std::size_t destinations = enum_size<Destination>;
  std::array<std::size_t, agents::horizon_count> horizon_of{};
  for (std::size_t h = 0; h < horizons.size(); ++h) horizon_of[h] = horizon_index(horizons[h]);
  const EventAxes axes{EventAxes::Years::each, groups};
  const EventCells cells(moment, axes);
  cells.for_each(
      [&](const Displacement& event, const EventKey&, std::size_t year, std::size_t cell) {
        for (std::size_t h = 0; h < horizons.size(); ++h) {
          const std::size_t position = (year * horizons.size() + h) * cells.count() + cell;
          ++out[position * destinations + index_of(event.destination[horizon_of[h]])];
        }
      });
}

void sum_losses(const Moment& moment, const EventAxes& axes, std::span<std::int64_t> out) {
  const EventCells cells(moment, axes);
  cells.for_each([&](const Displacement& event, const EventKey& key, std::size_t year,
                     std::size_t cell) {
    for (std::size_t k = 0; k < agents::loss_year_count; ++k) {
      if (!is_over(moment, event, agents::loss_years[k])) continue;
      const auto row =
          row_of<LossQuantity>(out, (year * agents::loss_year_count + k) * cells.count() + cell);
      row[index_of(LossQuantity::events)] += 1;
      row[index_of(LossQuantity::income_fen)] += event.income[k];
      row[index_of(LossQuantity::shadow_fen)] += event.shadow[k];
      row[index_of(LossQuantity::peer_fen)] +=
          rounded(static_cast<double>(event.shadow[k]) * key.peers.in_year[k]);
    }
  });
}

void sum_present_values(const Moment& moment, const EventAxes& axes, std::span<std::int64_t> out) {
  const EventCells cells(moment, axes);
  cells.for_each(
      [&](const Displacement& event, const EventKey& key, std::size_t year, std::size_t cell) {
        if (!is_over(moment, event, agents::loss_years.back())) return;
        const auto row = row_of<LossQuantity>(out, year * cells.count() + cell);
        row[index_of(LossQuantity::events)] += 1;
        row[index_of(LossQuantity::income_fen)] += rounded(event.present_income);
        row[index_of(LossQuantity::shadow_fen)] += rounded(event.present_shadow);
        row[index_of(LossQuantity::peer_fen)] += rounded(event.present_shadow * key.peers.present);
      });
}

void sum_event_spells(const Moment& moment, const EventAxes& axes, std::span<std::int64_t> out) {
  const EventCells cells(moment, axes);
  cells.for_each(
      [&](const Displacement& event, const EventKey&, std::size_t year, std::size_t cell) {
        if (event.month + (agents::watched_months - 1) > moment.axes.end()) return;
        const auto row = row_of<SpellQuantity>(out, year * cells.count() + cell);
        row[index_of(SpellQuantity::events)] += 1;
        row[index_of(SpellQuantity::months_without_work)] += event.months_without_work;
        if (event.first_work.is_never()) return;
        row[index_of(SpellQuantity::found_work)] += 1;
        row[index_of(SpellQuantity::months_to_work)] += event.first_work - event.month;
        row[index_of(SpellQuantity::shadow_at_first_work_fen)] += event.shadow_at_first_work;
        row[index_of(SpellQuantity::pay_at_first_work_fen)] += event.pay_at_first_work;
      });
}

void fill_earnings(const Moment& moment, std::span<std::int64_t> out) {
  const agents::Displacements& displaced = moment.world->displacements;
  for (std::size_t e = 0; e < displaced.events.size(); ++e) {
    const Displacement& event = displaced.events[e];
    const agents::Earnings& earnings = displaced.earnings[e];
    const EventKey& key = (*moment.events)[e];
    if (!has_to_look_for_work(event)) continue;
    for (std::size_t k = 0; k < agents::earnings_year_count; ++k) {
      if (!is_over(moment, event, agents::earnings_years[k])) continue;
      const auto row = row_of<EarningsQuantity>(out, key.year * agents::earnings_year_count + k);
      row[index_of(EarningsQuantity::events)] += 1;
      row[index_of(EarningsQuantity::earnings_fen)] += earnings.all[k];
      row[index_of(EarningsQuantity::shadow_fen)] += event.shadow[k];
      row[index_of(EarningsQuantity::peer_fen)] +=
          rounded(static_cast<double>(event.shadow[k]) * key.peers.in_year[k]);
      row[index_of(EarningsQuantity::outside_pay_fen)] += earnings.outside[k];
      row[index_of(EarningsQuantity::outside_pay_before_fen)] +=
          earnings.outside_months[k] * event.pay_before;
    }
  }
}

}  // namespace jtsim::output
