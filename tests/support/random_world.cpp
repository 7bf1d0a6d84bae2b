// Small scenarios from random numbers.
#include "tests/support/random_world.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <random>

#include "base/random.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;
using namespace jtsim::policies;

namespace {

/// Hands out numbers on [low, high].
class Dice {
 public:
  explicit Dice(std::uint32_t seed) : words_(seed) {}

  double between(double low, double high) {
    return low + (high - low) * unit_interval(static_cast<std::uint32_t>(words_()));
  }
  int whole(int low, int high) { return static_cast<int>(std::floor(between(low, high + 0.999))); }

 private:
  std::mt19937 words_;
};

void give_rates(Inputs& inputs) {
  for (SectorRow& sector : inputs.tables.sectors.values) {
    sector.separation_weight = 1;
    sector.job_to_job_rate = 0.008;
    sector.surplus_separation_share = 0.1;
  }
  inputs.tables.sectors[Sector::mining].separation_weight = 0;
}

/// Ranges in which limits bind and services end in a region of some hundred persons. All other
/// numbers are drawn from the range that they are swept over.
struct SmallRange {
  std::string_view name;
  Interval range;
};
constexpr std::array small_ranges{
    SmallRange{"seats_per_month", {-1, 4}},
    SmallRange{"seats", {-1, 10}},
    SmallRange{"max_active", {-1, 20}},
    SmallRange{"take_up_share", {0, 1}},
    SmallRange{"post_share", {0.5, 1}},
    SmallRange{"unit_size", {2, 4}},
    SmallRange{"underground_years", {0, 2}},
    SmallRange{"months", {1, 24}},
    SmallRange{"most_months", {1, 12}},
    SmallRange{"end_per_month", {0, 0.2}},
    SmallRange{"cost_yuan_per_year", {0, 100'000}},
    SmallRange{"grant_yuan_per_year", {0, 300'000}},
    SmallRange{"coal_revenue_yuan_per_year", {0, 300'000}},
    SmallRange{"central_yuan_per_year", {0, 300'000}},
};

template <class Field>
Interval range_of(const Field& field) {
  const auto at = std::ranges::find(small_ranges, field.text.name, &SmallRange::name);
  return at == small_ranges.end() ? field.range : at->range;
}

/// Draws all declared numbers but those of eligibility.
template <class Struct>
void draw_numbers(Struct& values, Dice& dice) {
  for_each_field<Struct>([&](const auto& field) {
    auto& value = values.*field.member;
    using Member = std::remove_reference_t<decltype(value)>;
    const Interval range = range_of(field);
    if constexpr (std::is_same_v<Member, double>) {
      value = dice.between(range.low, range.high);
    } else if constexpr (std::is_same_v<Member, int>) {
      value = dice.whole(static_cast<int>(range.low), static_cast<int>(range.high));
    } else if constexpr (Declared<Member> && !std::is_same_v<Member, EligibilityRules>) {
      draw_numbers(value, dice);
    }
  });
}

/// A farm in the south that a fund may build.
TransitionProject farm() {
  TransitionProject project;
  project.name = {"farm", "farm", "farm"};
  project.league = LeagueId{1};
  project.investment_yuan = 1e6;
  project.wind_mw = 40;
  project.start = Month::of(2021, 1);
  project.building_months = 6;
  return project;
}

}  // namespace

PolicyId SmallScenario::add(Policy policy) {
  const Kind& kind = kind_of(policy);
  const PolicyId id = add_policy(inputs, std::string(kind.id));
  policies.push_back({id, inputs.policies.back().name, std::move(policy)});
  if (kind.step == Step::cascade) cascade.push_back(id);
  return id;
}

SmallScenario small_scenario() {
  SmallScenario scenario;
  scenario.inputs = small_inputs();
  give_rates(scenario.inputs);
  for (const Kind& kind : kinds) {
    if (kind.step != Step::investment) scenario.add(*policy_of_kind(kind.id));
  }
  return scenario;
}

SmallScenario random_scenario(std::uint32_t seed) {
  Dice dice(seed);
  SmallScenario scenario;
  Inputs& inputs = scenario.inputs;
  inputs = small_inputs();
  give_rates(inputs);
  inputs.end = Month::of(2026, 12);
  Path& coal = inputs.tables.coal_output;
  const double first = coal.values.front();
  coal.months = {Month::of(2020, 12), Month::of(2022, 6), Month::of(2024, 1), Month::of(2026, 12)};
  coal.values = {first, first * dice.between(0.5, 1.5), first * dice.between(0, 1.3),
                 first * dice.between(0, 1)};
  const double north = dice.between(0, 1);
  const std::vector<Month> turn{Month::of(2020, 12), Month::of(2021, 9)};
  inputs.tables.coal_league_share = {{turn, {1.0 / 3, north}}, {turn, {2.0 / 3, 1 - north}}};
  inputs.tables.occupations.front().method = Method::underground;
  inputs.tables.productivity_growth.values = {dice.between(-0.02, 0.08)};
  inputs.settings.demand.closure_rule = static_cast<ClosureRule>(dice.whole(0, 3));
  inputs.settings.search.search_intensity = dice.between(0.05, 1);
  inputs.tables.sectors[Sector::mining].job_to_job_rate = dice.between(0, 0.05);
  inputs.settings.demography.labour_force_exit_per_month = dice.between(0, 0.3);
  inputs.settings.demography.labour_force_exit_after_months = dice.whole(0, 12);
  inputs.tables.labour_force = {{Month::of(2020, 12), Month::of(2026, 12)},
                                {1, dice.between(0.7, 1.2)}};
  add_budget_line(inputs, fen_from_yuan(dice.between(0, 300'000)), dice.whole(0, 1) == 1);
  const std::string line = inputs.budget_lines.back().name.id;
  inputs.tables.transition_projects = {farm()};
  inputs.tables.employment_factors[Technology::wind][Stage::operation] = {1, 1};
  for (const Kind& kind : kinds) {
    Policy policy = *policy_of_kind(kind.id);
    std::visit(
        [&](auto& any) {
          draw_numbers(any, dice);
          if (dice.whole(0, 1) == 1) any.budget = line;
        },
        policy);
    scenario.add(policy);
  }
  return scenario;
}
