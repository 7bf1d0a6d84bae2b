// Relocation grant: settling in another league is paid for.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 异地就业补助(安家、交通). Posts in other leagues weigh more for those it is reserved for; the
/// unit cost is paid when they are hired there and returns otherwise.
struct RelocationGrant : QueuedProgramme {
  static constexpr std::string_view kind = "relocation_grant";
  static constexpr Label label = tr("relocation grant");
  static constexpr Label meaning =
      tr("A grant for settling in another league makes posts there weigh more.");
  static constexpr Step step = Step::aid;

  double reach_factor = 2;

  RelocationGrant() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    unit_cost_yuan = 5000;
    take_up_share = 0.2;
  }

  static constexpr auto fields() {
    using P = RelocationGrant;
    return join_fields(
        QueuedProgramme::fields({{500, 20'000}, "assumption 500-20000; seed:pi_travel_subsidy"},
                                {{0.05, 0.5}, "assumption 0.05-0.5"}),
        std::tuple{
            number({"reach_factor", "factor", tr("multiplies the weight of posts in other leagues"),
                    "assumption 1-5"},
                   &P::reach_factor, {0, 1000}, {1, 5}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::relocation_aid);
    written.reach_factor = reach_factor;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
