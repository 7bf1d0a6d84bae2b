// Wage insurance: part of what those re-employed earn less than before.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 工资保险. A displaced worker hired from the market at lower pay than the old job would pay gets
/// `gap_share` of the difference, at most `most_yuan_per_month`, for `months` months or until he
/// leaves the sector. The amount is fixed at the start.
struct WageInsurance : QueuedProgramme {
  static constexpr std::string_view kind = "wage_insurance";
  static constexpr Label label = tr("wage insurance");
  static constexpr Label meaning = tr(
      "Those re-employed at lower pay than before get a share of the difference for some months.");
  static constexpr Step step = Step::aid;

  int months = 24;
  double gap_share = 0.5;
  double most_yuan_per_month = 1500;

  WageInsurance() {
    unit_cost_yuan = 0;
    payer = agents::Payer::insurance_fund;
    take_up_share = 0.6;
  }

  static constexpr auto fields() {
    using P = WageInsurance;
    return join_fields(
        QueuedProgramme::fields({{0, 1000}, "assumption 0-1000"},
                                {{0.3, 0.95}, "assumption 0.3-0.95"}),
        std::tuple{
            number({"months", "months", tr("for which it is paid"), "assumption 12-60"}, &P::months,
                   {1, 600}, {12, 60}),
            number(
                {"gap_share", "share", tr("of the difference that is paid"), "assumption 0.25-0.7"},
                &P::gap_share, share_interval, {0.25, 0.7}),
            number({"most_yuan_per_month", "yuan/month of the price year",
                    tr("the most that is paid"), "assumption 500-3000"},
                   &P::most_yuan_per_month, {0, 1e5}, {500, 3000}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::wage_insurance);
    written.gap_share = gap_share;
    written.most_per_month = fen_from_yuan(most_yuan_per_month);
    written.price.months = months;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
