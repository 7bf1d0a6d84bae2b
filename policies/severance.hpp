// Severance: the statutory one-off payment to the displaced.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 经济补偿金. On displacement a worker receives so many months' pay per year of service. Pay above
/// `pay_cap_multiple` times the local mean counts only up to it, and then at most `capped_years`
/// years count.
struct Severance : Programme {
  static constexpr std::string_view kind = "severance";
  static constexpr Label label = tr("severance pay");
  static constexpr Label meaning = tr("The displaced receive a payment for each year of service.");
  static constexpr Step step = Step::entitlement;

  double months_per_service_year = 1;
  double pay_cap_multiple = 3;
  int capped_years = 12;

  Severance() { payer = agents::Payer::enterprise; }

  static constexpr auto fields() {
    using S = Severance;
    return join_fields(
        Programme::fields(),
        std::tuple{
            number({"months_per_service_year", "months/year", tr("of pay for each year of service"),
                    "law:labour_contract_law"},
                   &S::months_per_service_year, {0, 12}, {0, 2}),
            number({"pay_cap_multiple", "multiple", tr("of the local mean pay that counts at most"),
                    "law:labour_contract_law"},
                   &S::pay_cap_multiple, {0.1, 1000}, {3, 3}),
            number({"capped_years", "years", tr("that count at most when pay is capped"),
                    "law:labour_contract_law"},
                   &S::capped_years, {0, 60}, {12, 12}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    terms.severance = agents::SeveranceTerms{.policy = context.id,
                                             .eligible = context.resolved.eligible,
                                             .months_per_service_year = months_per_service_year,
                                             .pay_cap_multiple = pay_cap_multiple,
                                             .capped_years = capped_years,
                                             .price = entitlement_price(context)};
  }
};

}  // namespace jtsim::policies
