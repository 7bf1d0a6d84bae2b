// Sums over the register of the displaced, and over leagues.
#include "src/validation/displaced_measures.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>

#include <fmt/format.h>

#include "agents/tables.hpp"

namespace jtsim::app {

namespace {

using agents::Destination;
using agents::Displacement;

bool looks_for_work(const Displacement& event) {
  const Destination at_once = event.destination.front();
  return at_once != Destination::internal && at_once != Destination::internal_retired &&
         at_once != Destination::retired;
}

bool is_hard_to_place(const Displacement& event) {
  constexpr int long_spell_months = 12;
  return event.age_band >= agents::AgeBand::age_45_49 ||
         event.first_work - event.month >= long_spell_months;
}

/// Counts of what a share is of.
struct Share {
  double part = 0;
  double whole = 0;

  double value() const { return part / whole; }
};

/// Jobs in new energy of a league, agents and background.
double green_jobs(const output::Layout& layout, const output::ReplicateResult& result,
                  std::size_t month, std::size_t league) {
  const std::size_t row = month * layout.axes().size(output::Axis::region) + league;
  const auto* stock = output::find_values<std::int32_t>(layout, result, "stock");
  const auto* background = output::find_values<std::int32_t>(layout, result, "background_stock");
  return (*stock)[row * enum_size<agents::State> + index_of(agents::State::employed_new_energy)] +
         (*background)[row * enum_size<agents::BackgroundItem> +
                       index_of(agents::BackgroundItem::employed_new_energy)];
}

double distance_within(const agents::League& league) {
  // Mean distance of two places in a circle of that area is 0.9 of its radius.
  constexpr double mean_over_radius = 0.9;
  return mean_over_radius * std::sqrt(league.area_km2 / std::numbers::pi);
}

}  // namespace

std::vector<output::Outcome> displaced_measures(const output::Layout& layout,
                                                const output::ReplicateResult& result) {
  constexpr int followed_months = 60;
  Share hard_to_place;
  Share loss;
  Share men;
  for (const Displacement& event : result.events) {
    if (!looks_for_work(event)) continue;
    const bool at_work = event.first_work != Month::never();
    if (at_work) {
      hard_to_place.whole += 1;
      hard_to_place.part += is_hard_to_place(event) ? 1 : 0;
    }
    const int months_left = layout.axes().end() - event.month;
    if (months_left >= followed_months) {
      loss.part +=
          static_cast<double>(event.months_without_work) * static_cast<double>(event.pay_before);
      loss.whole += event.present_shadow - event.present_income;
    }
    if (event.sex != agents::Sex::male || months_left < Month::per_year) continue;
    men.whole += 1;
    men.part += at_work && event.first_work - event.month <= Month::per_year ? 1 : 0;
  }
  std::vector<output::Outcome> all;
  const auto add = [&all](const char* name, const Share& share) {
    if (share.whole > 0) all.push_back({name, share.value(), share.whole});
  };
  add("displaced.hard_to_place_share", hard_to_place);
  add("displaced.loss_without_work", loss);
  add("displaced.men_at_work_12m", men);
  return all;
}

std::vector<output::Outcome> reach_measures(const agents::Tables& tables,
                                            const output::Layout& layout,
                                            const output::ReplicateResult& result) {
  const std::size_t leagues = tables.leagues.size();
  const Month looked_at = std::min(Month::of(2025, Month::per_year), layout.axes().end());
  const std::size_t month = layout.axes().time_index(looked_at);
  std::vector<double> coal_jobs(leagues, 0);
  for (const agents::Mine& mine : tables.mines) coal_jobs[mine.league.index()] += mine.headcount;
  std::vector<output::Outcome> all;
  Share mean;
  for (std::size_t from = 0; from < leagues; ++from) {
    double nearest = std::numeric_limits<double>::infinity();
    for (std::size_t to = 0; to < leagues; ++to) {
      if (green_jobs(layout, result, month, to) <= 0) continue;
      nearest = std::min(nearest, to == from ? distance_within(tables.leagues[from])
                                             : tables.distance_km(from, to));
    }
    if (coal_jobs[from] <= 0 || !std::isfinite(nearest)) continue;
    all.push_back({fmt::format("reach.green_job_km.{}", tables.leagues[from].name.id), nearest});
    mean.part += coal_jobs[from] * nearest;
    mean.whole += coal_jobs[from];
  }
  if (mean.whole > 0) all.push_back({"reach.green_job_km", mean.value()});
  return all;
}

}  // namespace jtsim::app
