// Unemployment insurance: a monthly benefit for the insured who lost their job.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 失业保险. After an involuntary separation the insured with enough contributions receive a share
/// of the local minimum pay; the months follow from the contribution years (table of benefit
/// months). Insured is a share of workers by contract (table of coverage), scaled by
/// `coverage_factor`.
struct UnemploymentInsurance : Programme {
  static constexpr std::string_view kind = "unemployment_insurance";
  static constexpr Label label = tr("unemployment insurance");
  static constexpr Label meaning =
      tr("Those with enough contributions draw a monthly benefit when they lose work.");
  static constexpr Step step = Step::entitlement;

  double minimum_pay_share = 0.85;
  int minimum_contribution_months = 12;
  double coverage_factor = 1;

  UnemploymentInsurance() { payer = agents::Payer::insurance_fund; }

  static constexpr auto fields() {
    using U = UnemploymentInsurance;
    return join_fields(
        Programme::fields(),
        std::tuple{
            number({"minimum_pay_share", "share", tr("of the local minimum pay, paid as benefit"),
                    "assumption 0.7-0.9; ref:gk_benefit_practice"},
                   &U::minimum_pay_share, {0, 5}, {0.7, 0.9}),
            number({"minimum_contribution_months", "months", tr("of contributions that are needed"),
                    "law:social_insurance_law"},
                   &U::minimum_contribution_months, {0, 600}, {12, 12}),
            number({"coverage_factor", "factor", tr("multiplies the share insured by contract"),
                    "assumption 0.5-1.5"},
                   &U::coverage_factor, {0, 10}, {0.5, 1.5}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    terms.insurance =
        agents::InsuranceTerms{.policy = context.id,
                               .eligible = context.resolved.eligible,
                               .minimum_pay_share = minimum_pay_share,
                               .minimum_contribution_months = minimum_contribution_months,
                               .coverage_factor = coverage_factor,
                               .price = entitlement_price(context)};
  }
};

}  // namespace jtsim::policies
