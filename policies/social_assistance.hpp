// Social assistance: the floor under the income of a household.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 低保. Lifts the income per head of a household to the assistance line (table of social
/// assistance) for the share of those entitled who receive it.
struct SocialAssistance : Programme {
  static constexpr std::string_view kind = "social_assistance";
  static constexpr Label label = tr("social assistance");
  static constexpr Label meaning =
      tr("Households without work are topped up to the assistance line.");
  static constexpr Step step = Step::entitlement;

  double take_up_share = 0.8;

  static constexpr auto fields() {
    using S = SocialAssistance;
    return join_fields(Programme::fields(),
                       std::tuple{
                           number({"take_up_share", "share", tr("of those entitled who receive it"),
                                   "assumption 0.4-1"},
                                  &S::take_up_share, share_interval, {0.4, 1}),
                       });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    terms.assistance = agents::AssistanceTerms{.policy = context.id,
                                               .eligible = context.resolved.eligible,
                                               .take_up = take_up_share,
                                               .price = entitlement_price(context)};
  }
};

}  // namespace jtsim::policies
