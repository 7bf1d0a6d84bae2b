// Who works in coal at the start, who enters it, and who goes first.
#include <fmt/format.h>

#include "configs/rows_coal.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

using agents::CoalWorkforce;

constexpr Interval age_interval{14, 100};
constexpr Interval spread_interval{0.1, 40};
constexpr Interval weight_interval{1e-6, 1e6};

/// All numbers of the table, by attribute and group.
std::vector<Slot> workforce_slots(CoalWorkforce& w) {
  using agents::Ownership;
  std::vector<Slot> slots;
  add_slots("education", w.education, share_interval, slots);
  add_slots("entrant_education", w.entrant_education, share_interval, slots);
  add_slots("hukou", w.hukou, share_interval, slots);
  const std::vector<Slot> single{
      {"dispatched_share_state_owned", "all", &w.dispatched_share[Ownership::state_owned],
       share_interval},
      {"dispatched_share_private", "all", &w.dispatched_share[Ownership::private_], share_interval},
      {"age_mean", "all", &w.age_mean, age_interval},
      {"age_sd", "all", &w.age_sd, spread_interval},
      {"age_minimum", "all", &w.age_minimum, age_interval},
      {"age_maximum", "all", &w.age_maximum, age_interval},
      {"entrant_age_mean", "all", &w.entrant_age_mean, age_interval},
      {"entrant_age_sd", "all", &w.entrant_age_sd, spread_interval},
      {"entrant_age_minimum", "all", &w.entrant_age_minimum, age_interval},
      {"entrant_age_maximum", "all", &w.entrant_age_maximum, age_interval},
      {"entrant_female_share", "all", &w.entrant_female_share, share_interval},
      {"tenure_mean_years", "all", &w.tenure_mean_years, {0.1, 60}},
      {"working_age_start_years", "all", &w.working_age_start_years, age_interval},
  };
  slots.insert(slots.end(), single.begin(), single.end());
  return slots;
}

template <class Enum>
double sum_of(const EnumArray<Enum, double>& shares) {
  double sum = 0;
  for (const double share : shares) sum += share;
  return sum;
}

void check_ages(const CsvTable& table, const Label& whose, double minimum, double maximum,
                Problems& problems) {
  if (minimum < maximum) return;
  report(table, "group",
         {Sentence(tr("the ages of {} end at {} and begin at {}"), whose, maximum, minimum), {}},
         problems);
}

void read_workforce(const TableContext& context) {
  const auto rows = context.reader.read<CoalWorkforceRow>();
  if (!rows.complete) return;
  Problems& problems = context.problems();
  CoalWorkforce& w = context.tables.coal_workforce;
  const std::size_t before = problems.count();
  fill_slots(rows.table, column_values(rows, &CoalWorkforceRow::share), "share", workforce_slots(w),
             problems);
  if (problems.count() != before) return;
  check_sum_is_one(rows.table, "share", sum_of(w.education), tr("of education"), problems);
  check_sum_is_one(rows.table, "share", sum_of(w.entrant_education), tr("of entrant_education"),
                   problems);
  check_sum_is_one(rows.table, "share", sum_of(w.hukou), tr("of hukou"), problems);
  check_ages(rows.table, tr("staff"), w.age_minimum, w.age_maximum, problems);
  check_ages(rows.table, tr("entrants"), w.entrant_age_minimum, w.entrant_age_maximum, problems);
}

void read_displacement(const TableContext& context, const Known& known) {
  const auto rows = context.reader.read<DisplacementWeightRow>();
  if (!rows.complete || !known.ethnicities.complete()) return;
  agents::DisplacementWeights& weights = context.tables.displacement;
  weights.ethnicity.assign(known.ethnicities.ids().size(), 1.0);
  std::vector<Slot> slots;
  add_slots("contract", weights.contract, weight_interval, slots);
  add_slots("age_band", weights.age, weight_interval, slots);
  add_slots("education", weights.education, weight_interval, slots);
  add_slots("sex", weights.sex, weight_interval, slots);
  for (std::size_t i = 0; i < weights.ethnicity.size(); ++i) {
    slots.push_back(
        {"ethnicity", known.ethnicities.ids()[i], &weights.ethnicity[i], weight_interval});
  }
  fill_slots(rows.table, column_values(rows, &DisplacementWeightRow::weight), "weight", slots,
             context.problems());
}

}  // namespace

void read_coal_staff_tables(const TableContext& context, const Known& known) {
  read_workforce(context);
  read_displacement(context, known);
}

}  // namespace jtsim::configs
