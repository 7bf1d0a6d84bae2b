// The retirement law: the exact month in which a person may draw the ordinary pension, and the
// flexible choice around it.
#pragma once

#include "agents/tables.hpp"

namespace jtsim::agents {

struct DemographySettings;

/// First month of the 2025 reform.
inline constexpr Month reform_start = Month::of(2025, 1);

/// The three groups of the law, in the order of `Tables::retirement`.
enum class RetirementGroup : std::uint8_t { men, women_cadre, women_worker };

RetirementGroup retirement_group(Sex sex, Category category);

/// Month in which the person reaches the age of the old law.
Month old_law_retirement(const RetirementRule& rule, Month birth);

/// First month of the ordinary pension under the reform: with t = months from 2025-01 to the month
/// of the old age (t >= 0), the delay is min(maximum, floor(t / births_per_step) + 1) months.
/// Source: law:retirement_reform_2024.
Month legal_retirement(const RetirementRule& rule, Month birth);

/// What a person's flexible choice depends on.
struct PensionCase {
  Month birth;
  RetirementGroup group = RetirementGroup::men;
  Month contribution_start;
  /// Random word that decides whether and how far the person moves the month.
  std::uint32_t choice = 0;
};

/// The month this person will retire: the legal month, or up to the limit earlier (never before the
/// old age, and only with the contributions the law asks for) or later. Flexible choice exists from
/// the reform on.
Month chosen_retirement(const Tables& tables, const DemographySettings& settings,
                        const PensionCase& person);

}  // namespace jtsim::agents
