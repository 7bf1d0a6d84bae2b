// Pay, losses and transfers: the declared settings of incomes.
#pragma once

#include <tuple>

#include "base/field.hpp"

namespace jtsim::agents {

/// Pay, losses and transfers.
struct IncomeSettings {
  double mining_pay_yuan_per_year = 133'615;
  int price_year = 2020;
  double pay_spread_sd = 0.25;
  double specific_capital_loss_share = 0.10;
  double specific_capital_recovery_per_year = 0.02;
  double skill_loss_per_month = 0.01;
  int skill_loss_from_month = 7;
  int skill_loss_to_month = 30;
  double pension_share = 0.45;
  double contribution_share = 0.24;
  double household_size = 2.6;
  double discount_rate_per_year = 0.03;

  static constexpr auto fields() {
    using S = IncomeSettings;
    return std::tuple{
        number({"mining_pay_yuan_per_year", "yuan/year",
                tr("mean mining pay in the first year, the unit of relative pay"),
                "ref:im_wages_2020"},
               &S::mining_pay_yuan_per_year, {1, 1e7}, {69'794, 133'615}),
        number({"price_year", "year", tr("whose prices all money is stated in"),
                "computed by convention"},
               &S::price_year, {1990, 2100}, {2020, 2020}),
        number({"pay_spread_sd", "log points",
                tr("standard deviation of personal log pay within an occupation"),
                "assumption 0.15-0.4"},
               &S::pay_spread_sd, {0, 2}, {0.15, 0.4}),
        number({"specific_capital_loss_share", "share",
                tr("of pay lost on leaving coal, beyond the pay of the new occupation"),
                "assumption 0-0.2"},
               &S::specific_capital_loss_share, {0, 1}, {0, 0.2}),
        number({"specific_capital_recovery_per_year", "share/year",
                tr("of pay by which that loss shrinks"),
                "assumption 0-0.04; ref:jacobson_lalonde_sullivan_1993"},
               &S::specific_capital_recovery_per_year, {0, 1}, {0, 0.04}),
        number({"skill_loss_per_month", "share/month",
                tr("of pay lost in a long spell without work"), "assumption 0-0.02"},
               &S::skill_loss_per_month, {0, 1}, {0, 0.02}),
        number({"skill_loss_from_month", "months", tr("spell at which skill loss begins"),
                "assumption 3-12"},
               &S::skill_loss_from_month, {0, 600}, {3, 12}),
        number({"skill_loss_to_month", "months", tr("spell at which skill loss ends"),
                "assumption 18-48"},
               &S::skill_loss_to_month, {0, 600}, {18, 48}),
        number({"pension_share", "share", tr("of the last indexed pay paid as pension"),
                "assumption 0.35-0.6"},
               &S::pension_share, {0, 2}, {0.35, 0.6}),
        number({"contribution_share", "share",
                tr("of pay that employers and employees pay into social insurance, for the fiscal "
                   "balance"),
                "assumption 0.16-0.4"},
               &S::contribution_share, {0, 1}, {0.16, 0.4}),
        number({"household_size", "persons",
                tr("over which household income is spread for the assistance test"),
                "assumption 2-3.5"},
               &S::household_size, {1, 20}, {2, 3.5}),
        number({"discount_rate_per_year", "1/year", tr("real rate of present values"),
                "assumption 0-0.05"},
               &S::discount_rate_per_year, {0, 1}, {0, 0.05}),
    };
  }
};

}  // namespace jtsim::agents
