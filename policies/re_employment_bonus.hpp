// Re-employment bonus: the displaced get a payment once they are placed.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 转岗安置补贴. One payment to a displaced worker who finds work, which makes him search harder
/// this month; the unit cost is paid on the hire and returns otherwise. The payment is no income of
/// the month: losses and inequality do not see it.
struct ReEmploymentBonus : QueuedProgramme {
  static constexpr std::string_view kind = "re_employment_bonus";
  static constexpr Label label = tr("re-employment bonus");
  static constexpr Label meaning =
      tr("The displaced get one payment once they find work, which raises their search.");
  static constexpr Step step = Step::aid;

  double search_factor = 1.1;

  ReEmploymentBonus() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    unit_cost_yuan = 1500;
    take_up_share = 0.6;
  }

  static constexpr auto fields() {
    using P = ReEmploymentBonus;
    return join_fields(
        QueuedProgramme::fields({{500, 5000}, "assumption 500-5000; seed:pi_transfer_subsidy"},
                                {{0.3, 0.95}, "assumption 0.3-0.95"}),
        std::tuple{
            number({"search_factor", "factor", tr("multiplies the search intensity"),
                    "assumption 1-1.3"},
                   &P::search_factor, {0, 100}, {1, 1.3}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::search_aid);
    written.search_factor = search_factor;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
