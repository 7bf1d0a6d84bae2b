// The columns of the tables about pay, benefits, deaths and retirement.
#pragma once

#include <string>
#include <tuple>

#include "agents/tables.hpp"
#include "configs/rows_coal.hpp"

namespace jtsim::configs {

struct PayIndexRow {
  static constexpr auto path = &TablePaths::pay_index;
  int year = 0;
  double growth_per_year = 0;

  static constexpr auto fields() {
    using S = PayIndexRow;
    return std::tuple{
        number({"year", "year", tr("from its January on"), ""}, &S::year, years_interval, {}),
        number({"growth_per_year", "1/year", tr("real growth of pay"), ""}, &S::growth_per_year,
               {-0.5, 1}, {}),
    };
  }
};

struct MinimumPayRow {
  static constexpr auto path = &TablePaths::minimum_pay;
  Month month;
  int class_ = 1;
  double yuan_per_month = 0;

  static constexpr auto fields() {
    using S = MinimumPayRow;
    return std::tuple{
        option({"month", "", tr("from this month on"), ""}, &S::month),
        number({"class", "class", tr("minimum_pay_class of leagues"), ""}, &S::class_, {1, 3}, {}),
        number({"yuan_per_month", "yuan of the day/month", tr("minimum pay"), ""},
               &S::yuan_per_month, {0, 1e6}, {}),
    };
  }
};

struct CpiRow {
  static constexpr auto path = &TablePaths::cpi;
  int year = 0;
  double index = 100;

  static constexpr auto fields() {
    using S = CpiRow;
    return std::tuple{
        number({"year", "year", tr("reached in its December"), ""}, &S::year, years_interval, {}),
        number({"index", "index", tr("consumer prices, 100 in the price year"), ""}, &S::index,
               {0.01, 1e6}, {}),
    };
  }
};

struct SocialAssistanceRow {
  static constexpr auto path = &TablePaths::social_assistance;
  int year = 0;
  double yuan_per_person_per_month = 0;

  static constexpr auto fields() {
    using S = SocialAssistanceRow;
    return std::tuple{
        number({"year", "year", tr("the whole year; years between rows are interpolated"), ""},
               &S::year, years_interval, {}),
        number({"yuan_per_person_per_month", "yuan of the day/month", tr("per head"), ""},
               &S::yuan_per_person_per_month, {0, 1e6}, {}),
    };
  }
};

struct InsuranceDurationRow {
  static constexpr auto path = &TablePaths::insurance_duration;
  int contribution_years_from = 0;
  int months = 0;

  static constexpr auto fields() {
    using S = InsuranceDurationRow;
    return std::tuple{
        number({"contribution_years_from", "years", tr("from so many on"), ""},
               &S::contribution_years_from, {0, 80}, {}),
        number({"months", "months", tr("of benefit at most"), ""}, &S::months, {0, 600}, {}),
    };
  }
};

struct InsuranceCoverageRow {
  static constexpr auto path = &TablePaths::insurance_coverage;
  agents::Contract contract = agents::Contract::state_owned;
  double share = 0;

  static constexpr auto fields() {
    using S = InsuranceCoverageRow;
    return std::tuple{
        option({"contract", "", tr("contract"), ""}, &S::contract),
        number({"share", "share", tr("insured against unemployment"), ""}, &S::share,
               share_interval, {}),
    };
  }
};

struct PayByContractRow {
  static constexpr auto path = &TablePaths::pay_by_contract;
  agents::Contract contract = agents::Contract::state_owned;
  double factor = 1;

  static constexpr auto fields() {
    using S = PayByContractRow;
    return std::tuple{
        option({"contract", "", tr("contract"), ""}, &S::contract),
        number({"factor", "factor", tr("coal pay over the mean of mining"), ""}, &S::factor,
               {0.01, 100}, {}),
    };
  }
};

struct ExperienceRow {
  static constexpr auto path = &TablePaths::experience;
  int age = 0;
  double factor = 1;

  static constexpr auto fields() {
    using S = ExperienceRow;
    return std::tuple{
        number({"age", "years", tr("completed; without gaps, constant outside"), ""}, &S::age,
               {0, 120}, {}),
        number({"factor", "factor", tr("of pay"), ""}, &S::factor, {0.01, 100}, {}),
    };
  }
};

struct MortalityRow : agents::Mortality {
  static constexpr auto path = &TablePaths::mortality;
  agents::Sex sex = agents::Sex::male;

  static constexpr auto fields() {
    using M = agents::Mortality;
    return std::tuple{
        option({"sex", "", tr("sex"), ""}, &MortalityRow::sex),
        number({"gompertz_a", "1/year", tr("death rate at age 0 of the law, level of 2000"), ""},
               &M::gompertz_a, {0, 1}, {}),
        number({"gompertz_b", "1/year of age", tr("its growth with age"), ""}, &M::gompertz_b,
               {0, 1}, {}),
        number({"factor_2020", "factor", tr("level of 2020 over 2000"), ""}, &M::factor_2020,
               {0, 10}, {}),
        number({"improvement_per_year", "1/year", tr("fall of rates after 2020"), ""},
               &M::improvement_per_year, {-0.2, 0.5}, {}),
        number({"underground_excess", "factor", tr("of those with long underground work"), ""},
               &M::underground_excess, {0, 100}, {}),
    };
  }
};

/// Groups of the retirement law, in the order of `Tables::retirement`.
enum class RetirementGroup : std::uint8_t { men, women_cadre, women_worker };

}  // namespace jtsim::configs

namespace jtsim {
template <>
inline constexpr std::array<Label, 3> labels_of<configs::RetirementGroup>{{
    tr("retirement group", "men"),
    tr("women cadres"),
    tr("women workers"),
}};
}  // namespace jtsim

namespace jtsim::configs {

struct RetirementRow : agents::RetirementRule {
  static constexpr auto path = &TablePaths::retirement;
  RetirementGroup group = RetirementGroup::men;

  static constexpr auto fields() {
    using R = agents::RetirementRule;
    return std::tuple{
        option({"group", "", tr("group of the law"), ""}, &RetirementRow::group),
        number({"old_age_years", "years", tr("pension age before the reform"), ""},
               &R::old_age_years, {30, 100}, {}),
        number({"maximum_delay_months", "months", tr("added by the reform at most"), ""},
               &R::maximum_delay_months, {0, 600}, {}),
        number({"births_per_step_months", "months", tr("of birth per month added"), ""},
               &R::births_per_step_months, {1, 600}, {}),
        number({"special_age_years", "years", tr("pension age of special jobs"), ""},
               &R::special_age_years, {30, 100}, {}),
    };
  }
};

struct RetirementContributionsRow {
  static constexpr auto path = &TablePaths::retirement_contributions;
  int year = 0;
  double minimum_years = 15;

  static constexpr auto fields() {
    using S = RetirementContributionsRow;
    return std::tuple{
        number({"year", "year", tr("from its January on"), ""}, &S::year, years_interval, {}),
        number({"minimum_years", "years", tr("of contributions for a pension"), ""},
               &S::minimum_years, {0, 80}, {}),
    };
  }
};

}  // namespace jtsim::configs
