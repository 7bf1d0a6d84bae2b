// The retirement law against the official schedule.
#include "agents/retirement.hpp"

#include <doctest/doctest.h>

#include "agents/settings.hpp"
#include "base/random.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr RetirementRule men{60, 36, 4, 55};
constexpr RetirementRule women_cadres{55, 36, 4, 45};
constexpr RetirementRule women_workers{50, 60, 2, 45};

int delay_months(const RetirementRule& rule, int birth_year, int birth_month) {
  const Month birth = Month::of(birth_year, birth_month);
  return legal_retirement(rule, birth) - old_law_retirement(rule, birth);
}

Tables contribution_tables() {
  Tables tables;
  tables.retirement = {men, women_cadres, women_workers};
  tables.contribution_years = {{Month::of(2020, 1), Month::of(2030, 1), Month::of(2039, 1)},
                               {15, 15.5, 20}};
  return tables;
}

}  // namespace

TEST_CASE("nobody born before the reform's first cohort waits longer than under the old law") {
  CHECK(delay_months(men, 1964, 12) == 0);
  CHECK(delay_months(women_cadres, 1969, 12) == 0);
  CHECK(delay_months(women_workers, 1974, 12) == 0);
}

TEST_CASE(
    "men who turn 60 from January to April 2025 retire one month later, the next four months two") {
  for (int month = 1; month <= 4; ++month) CHECK(delay_months(men, 1965, month) == 1);
  for (int month = 5; month <= 8; ++month) CHECK(delay_months(men, 1965, month) == 2);
  CHECK(legal_retirement(men, Month::of(1965, 1)) == Month::of(2025, 2));
}

TEST_CASE(
    "the reform ends at 63 for men born from September 1976, 58 for cadres from 1981, 55 for "
    "workers from November 1984") {
  CHECK(delay_months(men, 1976, 8) == 35);
  CHECK(delay_months(men, 1976, 9) == 36);
  CHECK(delay_months(men, 1990, 1) == 36);
  CHECK(delay_months(women_cadres, 1981, 8) == 35);
  CHECK(delay_months(women_cadres, 1981, 9) == 36);
  CHECK(delay_months(women_workers, 1984, 10) == 59);
  CHECK(delay_months(women_workers, 1984, 11) == 60);
  CHECK(delay_months(women_workers, 1999, 1) == 60);
}

TEST_CASE("the legal month never comes earlier for somebody born later") {
  for (const RetirementRule& rule : {men, women_cadres, women_workers}) {
    for (Month birth = Month::of(1950, 1); birth < Month::of(2000, 1); birth = birth + 1) {
      CHECK(legal_retirement(rule, birth) <= legal_retirement(rule, birth + 1));
    }
  }
}

TEST_CASE(
    "a flexible choice stays within three years, never before the old age, and needs the "
    "contributions") {
  const Tables tables = contribution_tables();
  DemographySettings settings;
  settings.flexible_early_take_up = 0.3;
  settings.flexible_late_take_up = 0.3;
  const Month birth = Month::of(1980, 6);
  const Month legal = legal_retirement(men, birth);
  int early = 0;
  int late = 0;
  constexpr std::uint32_t persons = 4000;
  for (std::uint32_t i = 0; i < persons; ++i) {
    const std::uint32_t word = i * (0xFFFFFFFFU / persons);
    const Month chosen = chosen_retirement(tables, settings,
                                           {birth, RetirementGroup::men, Month::of(2000, 1), word});
    CHECK(chosen >= old_law_retirement(men, birth));
    CHECK(chosen <= legal + settings.flexible_limit_months);
    early += chosen < legal ? 1 : 0;
    late += chosen > legal ? 1 : 0;
    const Month without = chosen_retirement(
        tables, settings, {birth, RetirementGroup::men, Month::of(2030, 1), word});
    CHECK(without >= legal);
  }
  CHECK(early == doctest::Approx(0.3 * persons).epsilon(0.01));
  CHECK(late == doctest::Approx(0.3 * persons).epsilon(0.01));
}

TEST_CASE(
    "nobody chooses flexibly when the law's option is switched off or the reform has not begun") {
  const Tables tables = contribution_tables();
  DemographySettings off;
  off.flexible_retirement = false;
  DemographySettings on;
  on.flexible_early_take_up = 0.5;
  on.flexible_late_take_up = 0.5;
  for (const std::uint32_t word : {0U, 0x40000000U, 0xFFFFFFFFU}) {
    const PensionCase later{Month::of(1980, 6), RetirementGroup::men, Month::of(2000, 1), word};
    CHECK(chosen_retirement(tables, off, later) == legal_retirement(men, later.birth));
    const PensionCase before{Month::of(1962, 6), RetirementGroup::men, Month::of(1985, 1), word};
    CHECK(chosen_retirement(tables, on, before) == legal_retirement(men, before.birth));
  }
}
