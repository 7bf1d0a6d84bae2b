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

/// Those served who have work in the base run anyway.
template <PairedMeasure measure>
double placed_anyway(const PairedView& view) {
  return to_double(sum_of<PairedPopulation::participants>(view, measure).base);
}
template <PairedMeasure measure>
double share_placed_anyway(const PairedView& view) {
  return each<PairedPopulation::participants, measure>(view).base;
}
template <PairedMeasure measure>
double lost(const PairedView& view) {
  return to_double(sum_of<PairedPopulation::unserved>(view, measure).lower);
}
template <PairedMeasure measure>
double won(const PairedView& view) {
  return to_double(sum_of<PairedPopulation::unserved>(view, measure).higher);
}
template <PairedMeasure measure>
double net_lost(const PairedView& view) {
  return lost<measure>(view) - won<measure>(view);
}

constexpr auto measures = std::to_array<Measure>({
    {"displaced.persons",
     persons,
     {"任一情景中被裁减者", "displaced in either run"},
     [](const PairedView& view) { return to_double(view.side.displaced); }},
    {"displaced.unmatched",
     persons,
     {"仅一情景中存在的被裁减者", "displaced who exist in one run only"},
     [](const PairedView& view) { return to_double(view.side.unmatched_displaced); }},
    {"participants.persons",
     persons,
     {"政策参与者", "participants"},
     [](const PairedView& view) { return to_double(view.side.participants); }},
    {"participants.unmatched",
     persons,
     {"仅政策情景中存在的服务人次", "services to persons the base run does not have"},
     [](const PairedView& view) { return to_double(view.side.unmatched_participants); }},
    {"newcomers.persons_12m",
     persons,
     {"新增参与者(服务满12个月)", "new participants whose 12 months are over"},
     [](const PairedView& view) {
       return to_double(sum_of<PairedPopulation::newcomers>(view, in_work_12m).persons);
     }},
    {"deadweight.new_share_12m",
     share,
     {"新增参与者的无谓效应比例(12个月)", "deadweight 12 months later, of new participants"},
     [](const PairedView& view) {
       return each<PairedPopulation::newcomers, in_work_12m>(view).base;
     }},
    {"deadweight.persons_12m",
     persons,
     {"无谓效应:参与者中基准下12个月后亦在岗", "deadweight: placed anyway 12 months later"},
     placed_anyway<in_work_12m>},
    {"deadweight.share_12m",
     share,
     {"无谓效应比例(12个月)", "deadweight 12 months later, of participants"},
     share_placed_anyway<in_work_12m>},
    {"deadweight.share_36m",
     share,
     {"无谓效应比例(36个月)", "deadweight 36 months later, of participants"},
     share_placed_anyway<in_work_36m>},
    {"deadweight.share_60m",
     share,
     {"无谓效应比例(60个月)", "deadweight 60 months later, of participants"},
     share_placed_anyway<in_work_60m>},
    {"crowding_out.lost_12m",
     persons,
     {"挤出:未获服务而失去岗位(12个月)", "unserved who lose a place 12 months later"},
     lost<in_work_12m>},
    {"crowding_out.won_12m",
     persons,
     {"未获服务而得到岗位(12个月)", "unserved who win a place 12 months later"},
     won<in_work_12m>},
    {"crowding_out.net_12m",
     persons,
     {"净挤出(12个月)", "crowding-out 12 months later (lost less won)"},
     net_lost<in_work_12m>},
    {"crowding_out.lost_36m",
     persons,
     {"挤出:未获服务而失去岗位(36个月)", "unserved who lose a place 36 months later"},
     lost<in_work_36m>},
    {"crowding_out.net_36m",
     persons,
     {"净挤出(36个月)", "crowding-out 36 months later (lost less won)"},
     net_lost<in_work_36m>},
    {"crowding_out.lost_60m",
     persons,
     {"挤出:未获服务而失去岗位(60个月)", "unserved who lose a place 60 months later"},
     lost<in_work_60m>},
    {"crowding_out.net_60m",
     persons,
     {"净挤出(60个月)", "crowding-out 60 months later (lost less won)"},
     net_lost<in_work_60m>},
});

constexpr auto costs = std::to_array<Cost>({
    {"cost.public_per_placed_12m",
     yuan_per_placed,
     {"每多安置一人的公共支出(12个月)", "public cost per extra placed 12 months later"},
     "spending.public",
     "displaced.in_work_12m"},
    {"cost.public_per_placed_36m",
     yuan_per_placed,
     {"每多安置一人的公共支出(36个月)", "public cost per extra placed 36 months later"},
     "spending.public",
     "displaced.in_work_36m"},
    {"cost.public_per_placed_60m",
     yuan_per_placed,
     {"每多安置一人的公共支出(60个月)", "public cost per extra placed 60 months later"},
     "spending.public",
     "displaced.in_work_60m"},
    {"cost.all_per_placed_12m",
     yuan_per_placed,
     {"每多安置一人的全部支出(12个月)", "cost to all payers per extra placed 12 months later"},
     "spending.all",
     "displaced.in_work_12m"},
    {"cost.public_per_displaced_year",
     yuan_per_year,
     {"被裁减者每多在岗一年的公共支出", "public cost per extra year in work of the displaced"},
     "spending.public",
     "displaced.years_in_work"},
    {"cost.public_per_region_year",
     yuan_per_year,
     {"全区每多在岗一人年的公共支出", "public cost per extra year in work in the region"},
     "spending.public",
     "region.years_in_work"},
});

constexpr auto group_outcomes = std::to_array<GroupOutcome>({
    {"in_work_12m", share, {"12个月后在岗比例", "share in work 12 months later"}, in_work_12m},
    {"in_work_36m", share, {"36个月后在岗比例", "share in work 36 months later"}, in_work_36m},
    {"in_work_60m", share, {"60个月后在岗比例", "share in work 60 months later"}, in_work_60m},
    {"months_without_work",
     months_each,
     {"60个月内无工作月数", "months out of work within 60 months"},
     months_without_work},
    {"income", yuan_each, {"60个月内收入", "income within 60 months"}, income},
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
