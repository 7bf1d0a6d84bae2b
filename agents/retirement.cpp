// The retirement law.
#include "agents/retirement.hpp"

#include <algorithm>

#include "agents/settings.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

namespace {

bool has_contributions(const Tables& tables, const PensionCase& person, Month when) {
  const double needed_months = tables.contribution_years.step_at(when) * Month::per_year;
  return when - person.contribution_start >= needed_months;
}

}  // namespace

RetirementGroup retirement_group(Sex sex, Category category) {
  if (sex == Sex::male) return RetirementGroup::men;
  return category == Category::cadre ? RetirementGroup::women_cadre : RetirementGroup::women_worker;
}

Month old_law_retirement(const RetirementRule& rule, Month birth) {
  return birth + rule.old_age_years * Month::per_year;
}

Month legal_retirement(const RetirementRule& rule, Month birth) {
  const Month old_month = old_law_retirement(rule, birth);
  const int since_reform = old_month - reform_start;
  if (since_reform < 0) return old_month;
  return old_month +
         std::min(rule.maximum_delay_months, since_reform / rule.births_per_step_months + 1);
}

Month chosen_retirement(const Tables& tables, const DemographySettings& settings,
                        const PensionCase& person) {
  const RetirementRule& rule = tables.retirement[index_of(person.group)];
  const Month legal = legal_retirement(rule, person.birth);
  if (!settings.flexible_retirement || legal < reform_start || settings.flexible_limit_months == 0)
    return legal;
  // The low end of the unit interval chooses early, the high end late; the position within it says
  // how far.
  const double u = unit_interval(person.choice);
  const auto months = [&](double share) {
    return 1 + static_cast<int>(share * settings.flexible_limit_months);
  };
  if (u < settings.flexible_early_take_up) {
    const Month early = std::max({legal - months(u / settings.flexible_early_take_up),
                                  old_law_retirement(rule, person.birth), reform_start});
    return has_contributions(tables, person, early) ? early : legal;
  }
  const double late_from = 1.0 - settings.flexible_late_take_up;
  if (u > late_from) return legal + months((u - late_from) / settings.flexible_late_take_up);
  return legal;
}

}  // namespace jtsim::agents
