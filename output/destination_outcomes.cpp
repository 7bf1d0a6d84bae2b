// Outcomes of the displaced: how many they are, where they are later, how many of them work.
#include <fmt/format.h>

#include "agents/states.hpp"
#include "output/distribution_outcomes.hpp"

namespace jtsim::output {

namespace {

using agents::Destination;

/// One group at one horizon, over all years of displacement.
struct Destinations {
  EnumArray<Destination, double> sums{};
  double all = 0;
  /// Whose horizon lies within the run.
  double observed = 0;
  double in_work = 0;
};

/// Of arrays (year of displacement, horizon, group, destination).
Destinations destinations_of(const OutcomeList& list, const std::vector<std::int32_t>& events,
                             std::size_t rows_per_year, std::size_t row) {
  Destinations d;
  for (std::size_t y = 0; y < list.size(Axis::displaced_year); ++y) {
    const std::size_t first = (y * rows_per_year + row) * enum_size<Destination>;
    for (const Destination kind : all_of_enum<Destination>())
      d.sums[kind] += events[first + index_of(kind)];
  }
  for (const Destination kind : all_of_enum<Destination>()) {
    d.all += d.sums[kind];
    d.in_work += agents::is_work(kind) ? d.sums[kind] : 0;
  }
  d.observed = d.all - d.sums[Destination::censored];
  return d;
}

void add_counts(OutcomeList& list, const Destinations& d, int months) {
  for (const Destination kind : all_of_enum<Destination>())
    list.add({fmt::format("destination.{}.{}", months, identifier(kind)), d.sums[kind]});
}

void add_shares(OutcomeList& list, const Destinations& d, const std::string& prefix, int months) {
  for (const Destination kind : all_of_enum<Destination>()) {
    const double of = kind == Destination::censored ? d.all : d.observed;
    list.add({fmt::format("destination_share.{}{}.{}", prefix, months, identifier(kind)),
              quotient(d.sums[kind], of), of});
  }
}

void add_grouping(OutcomeList& list, const Grouping& grouping) {
  const auto* events = list.values<std::int32_t>("destination" + grouping.suffix);
  if (events == nullptr) return;
  const bool pairs = grouping.suffix.starts_with("_pair");
  const auto& horizons = list.axis(pairs ? Axis::pair_horizon : Axis::horizon).numbers;
  const std::size_t groups = grouping.prefixes.size();
  for (std::size_t row = 0; row < horizons.size() * groups; ++row) {
    const int months = horizons[row / groups];
    const std::string& prefix = grouping.prefixes[row % groups];
    const Destinations d = destinations_of(list, *events, horizons.size() * groups, row);
    if (grouping.suffix.empty()) add_counts(list, d, months);
    if (!pairs) add_shares(list, d, prefix, months);
    if (months > 0) {
      list.add({fmt::format("in_work.{}{}", prefix, months), quotient(d.in_work, d.observed),
                d.observed});
    }
  }
}

/// Displacements by year: their destinations at the first horizon, `censored` included.
void add_displaced(OutcomeList& list, const std::vector<std::int32_t>& events) {
  const auto& years = list.axis(Axis::displaced_year).numbers;
  const std::size_t per_year = list.size(Axis::horizon) * enum_size<Destination>;
  double total = 0;
  for (std::size_t y = 0; y < years.size(); ++y) {
    double displaced = 0;
    for (std::size_t k = 0; k < enum_size<Destination>; ++k) displaced += events[y * per_year + k];
    list.add({fmt::format("displaced.{}", years[y]), displaced});
    total += displaced;
  }
  list.add({"displaced.total", total});
}

}  // namespace

void add_destinations(OutcomeList& list) {
  const auto* events = list.values<std::int32_t>("destination");
  if (events == nullptr) return;
  add_displaced(list, *events);
  add_grouping(list, everybody());
  for (const Partition partition : all_of_enum<Partition>())
    add_grouping(list, by_groups(list, partition));
  for (const Grouping& grouping : all_pairs(list)) add_grouping(list, grouping);
}

}  // namespace jtsim::output
