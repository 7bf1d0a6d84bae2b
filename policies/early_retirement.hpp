// Early retirement: a pension at the special-job age after long underground work.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 特殊工种提前退休. Whoever reached the special-job age (table of retirement rules) with enough
/// months underground may draw the pension. Asked once, in the first month in which he may. The
/// payer pays the pension until the ordinary month.
struct EarlyRetirement : Programme {
  static constexpr std::string_view kind = "early_retirement";
  static constexpr Label label = tr("early retirement from special jobs");
  static constexpr Label meaning =
      tr("Those with enough years underground or in other special jobs draw the pension early.");
  static constexpr Step step = Step::entitlement;

  double underground_years = 9;
  double recognised_share = 0.55;
  double take_up_share = 0.8;

  EarlyRetirement() { payer = agents::Payer::insurance_fund; }

  static constexpr auto fields() {
    using R = EarlyRetirement;
    return join_fields(
        Programme::fields(),
        std::tuple{
            number({"underground_years", "years", tr("of underground work that are needed"),
                    "law:special_job_years"},
                   &R::underground_years, {0, 60}, {9, 10}),
            number({"recognised_share", "share",
                    tr("of those with enough years whose posts count as special jobs"),
                    "computed 0.35 of all miners over 0.65 underground; assumption "
                    "0.25-0.9"},
                   &R::recognised_share, share_interval, {0.25, 0.9}),
            number({"take_up_share", "share", tr("of those entitled who retire early"),
                    "assumption 0.5-1"},
                   &R::take_up_share, share_interval, {0.5, 1}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    terms.early_retirement = agents::EarlyRetirementTerms{
        .policy = context.id,
        .eligible = context.resolved.eligible,
        .underground_months = static_cast<int>(underground_years * Month::per_year),
        .recognised_share = recognised_share,
        .take_up = take_up_share,
        .price = entitlement_price(context)};
  }
};

}  // namespace jtsim::policies
