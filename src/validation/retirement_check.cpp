// Rows of the official schedule, at its first cohorts, at its last and between.
#include "src/validation/retirement_check.hpp"

#include <array>

#include <fmt/format.h>

namespace jtsim::app {

namespace {

using agents::RetirementGroup;

struct Cohort {
  RetirementGroup group;
  /// Of birth.
  int year;
  int month;
  int delay_months;
};

// law:retirement_reform_2024, the schedule's tables 1 to 3.
constexpr std::array<Cohort, 22> schedule{{
    {RetirementGroup::men, 1964, 12, 0},
    {RetirementGroup::men, 1965, 1, 1},
    {RetirementGroup::men, 1965, 2, 1},
    {RetirementGroup::men, 1965, 3, 1},
    {RetirementGroup::men, 1965, 4, 1},
    {RetirementGroup::men, 1965, 5, 2},
    {RetirementGroup::men, 1966, 1, 4},
    {RetirementGroup::men, 1970, 1, 16},
    {RetirementGroup::men, 1976, 8, 35},
    {RetirementGroup::men, 1976, 9, 36},
    {RetirementGroup::men, 1990, 1, 36},
    {RetirementGroup::women_cadre, 1969, 12, 0},
    {RetirementGroup::women_cadre, 1970, 1, 1},
    {RetirementGroup::women_cadre, 1970, 5, 2},
    {RetirementGroup::women_cadre, 1981, 8, 35},
    {RetirementGroup::women_cadre, 1981, 9, 36},
    {RetirementGroup::women_worker, 1974, 12, 0},
    {RetirementGroup::women_worker, 1975, 1, 1},
    {RetirementGroup::women_worker, 1975, 3, 2},
    {RetirementGroup::women_worker, 1979, 12, 30},
    {RetirementGroup::women_worker, 1984, 10, 59},
    {RetirementGroup::women_worker, 1984, 11, 60},
}};

/// Full years of the law before the reform.
constexpr std::array<int, 3> old_ages{60, 55, 50};

}  // namespace

Findings check_retirement(std::span<const agents::RetirementRule> rules) {
  int wrong = 0;
  for (const Cohort& cohort : schedule) {
    const auto group = static_cast<std::size_t>(cohort.group);
    const Month birth = Month::of(cohort.year, cohort.month);
    const Month official = birth + (old_ages[group] * Month::per_year + cohort.delay_months);
    wrong += agents::legal_retirement(rules[group], birth) == official ? 0 : 1;
  }
  return {{.id = "V6.schedule",
           .what = {tr("birth months, of {}, whose pension month is not the official one"),
                    schedule.size()},
           .unit = "of 22",
           .value = wrong,
           .accepted = {0, 0},
           .note = "schedule of the 2025 reform"}};
}

}  // namespace jtsim::app
