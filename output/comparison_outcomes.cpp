// The tables of measures, costs and groups' outcomes.
#include "output/comparison_outcomes.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/money.hpp"
#include "output/comparison_units.hpp"

namespace jtsim::output {

namespace {

using agents::PairedMeasure;
using agents::PairedPopulation;
using enum agents::PairedMeasure;

constexpr auto unserved = PairedPopulation::unserved;
constexpr auto participants = PairedPopulation::participants;
constexpr auto newcomers = PairedPopulation::newcomers;

/// Those served who have work in the base run anyway.
template <PairedMeasure measure>
double placed_anyway(const PairedView& view) {
  return to_double(sum_of<participants>(view, measure).base);
}
template <PairedMeasure measure>
double share_placed_anyway(const PairedView& view) {
  return each<participants, measure>(view).base;
}
template <PairedMeasure measure>
double lost(const PairedView& view) {
  return to_double(sum_of<unserved>(view, measure).lower);
}
template <PairedMeasure measure>
double won(const PairedView& view) {
  return to_double(sum_of<unserved>(view, measure).higher);
}
template <PairedMeasure measure>
double net_lost(const PairedView& view) {
  return lost<measure>(view) - won<measure>(view);
}

constexpr auto measures = std::to_array<Measure>({
    {"displaced.persons", persons, tr("displaced in either run"),
     [](const PairedView& view) { return to_double(view.side.displaced); }},
    {"displaced.unmatched", persons, tr("displaced who exist in one run only"),
     [](const PairedView& view) { return to_double(view.side.unmatched_displaced); }},
    {"participants.persons", persons, tr("participants"),
     [](const PairedView& view) { return to_double(view.side.participants); }},
    {"participants.unmatched", persons, tr("services to persons the base run does not have"),
     [](const PairedView& view) { return to_double(view.side.unmatched_participants); }},
    {"newcomers.persons_12m", persons, tr("new participants whose 12 months are over"),
     observed<newcomers, in_work_12m>},
    {"deadweight.new_share_12m", share, tr("deadweight 12 months later, of new participants"),
     [](const PairedView& view) { return each<newcomers, in_work_12m>(view).base; },
     observed<newcomers, in_work_12m>},
    {"deadweight.persons_12m", persons, tr("deadweight: placed anyway 12 months later"),
     placed_anyway<in_work_12m>, observed<participants, in_work_12m>},
    {"deadweight.share_12m", share, tr("deadweight 12 months later, of participants"),
     share_placed_anyway<in_work_12m>, observed<participants, in_work_12m>},
    {"deadweight.share_36m", share, tr("deadweight 36 months later, of participants"),
     share_placed_anyway<in_work_36m>, observed<participants, in_work_36m>},
    {"deadweight.share_60m", share, tr("deadweight 60 months later, of participants"),
     share_placed_anyway<in_work_60m>, observed<participants, in_work_60m>},
    {"crowding_out.lost_12m", persons, tr("unserved who lose a place 12 months later"),
     lost<in_work_12m>, observed<unserved, in_work_12m>},
    {"crowding_out.won_12m", persons, tr("unserved who win a place 12 months later"),
     won<in_work_12m>, observed<unserved, in_work_12m>},
    {"crowding_out.net_12m", persons, tr("crowding-out 12 months later (lost less won)"),
     net_lost<in_work_12m>, observed<unserved, in_work_12m>},
    {"crowding_out.lost_36m", persons, tr("unserved who lose a place 36 months later"),
     lost<in_work_36m>, observed<unserved, in_work_36m>},
    {"crowding_out.net_36m", persons, tr("crowding-out 36 months later (lost less won)"),
     net_lost<in_work_36m>, observed<unserved, in_work_36m>},
    {"crowding_out.lost_60m", persons, tr("unserved who lose a place 60 months later"),
     lost<in_work_60m>, observed<unserved, in_work_60m>},
    {"crowding_out.net_60m", persons, tr("crowding-out 60 months later (lost less won)"),
     net_lost<in_work_60m>, observed<unserved, in_work_60m>},
});

constexpr auto costs = std::to_array<Cost>({
    {"cost.public_per_placed_12m", yuan_per_placed,
     tr("public cost per extra placed 12 months later"), "spending.public",
     "displaced.in_work_12m"},
    {"cost.public_per_placed_36m", yuan_per_placed,
     tr("public cost per extra placed 36 months later"), "spending.public",
     "displaced.in_work_36m"},
    {"cost.public_per_placed_60m", yuan_per_placed,
     tr("public cost per extra placed 60 months later"), "spending.public",
     "displaced.in_work_60m"},
    {"cost.all_per_placed_12m", yuan_per_placed,
     tr("cost to all payers per extra placed 12 months later"), "spending.all",
     "displaced.in_work_12m"},
    {"cost.public_per_displaced_year", yuan_per_year,
     tr("public cost per extra year in work of the displaced"), "spending.public",
     "displaced.years_in_work"},
    {"cost.public_per_region_year", yuan_per_year,
     tr("public cost per extra year in work in the region"), "spending.public",
     "region.years_in_work"},
});

constexpr auto group_outcomes = std::to_array<GroupOutcome>({
    {"in_work_12m", share, tr("share in work 12 months later"), in_work_12m},
    {"in_work_36m", share, tr("share in work 36 months later"), in_work_36m},
    {"in_work_60m", share, tr("share in work 60 months later"), in_work_60m},
    {"months_without_work", months_each, tr("months out of work within 60 months"),
     months_without_work},
    {"income", yuan_each, tr("income within 60 months"), income},
});

template <class Rows>
std::size_t index_in(const Rows& rows, std::string_view name) {
  const auto found = std::ranges::find_if(rows, [&](const auto& row) { return row.name == name; });
  expect(found != rows.end(), "an outcome of a comparison is known by its name");
  return static_cast<std::size_t>(found - rows.begin());
}

}  // namespace

std::span<const Measure> all_measures() { return measures; }
std::span<const Cost> all_costs() { return costs; }
std::span<const GroupOutcome> all_group_outcomes() { return group_outcomes; }

std::size_t effect_index(std::string_view name) { return index_in(all_effects(), name); }
std::size_t measure_index(std::string_view name) { return index_in(measures, name); }
std::size_t cost_index(std::string_view name) { return index_in(costs, name); }

PairedValue per_person(const agents::PairedSum& sum, PairedMeasure measure) {
  if (sum.persons == 0) return {no_value, no_value};
  const double unit = measure == income ? static_cast<double>(fen_per_yuan) : 1.0;
  const double count = to_double(sum.persons) * unit;
  return {to_double(sum.base) / count, to_double(sum.policy) / count};
}

}  // namespace jtsim::output
