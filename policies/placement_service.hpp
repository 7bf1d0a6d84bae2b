// Placement service: public offices and agencies help people search, for a fee per placement.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 公共就业服务、职业介绍补贴. Raises this month's search intensity of those it is reserved for;
/// the unit cost is the fee, paid when they find work and returned otherwise.
struct PlacementService : QueuedProgramme {
  static constexpr std::string_view kind = "placement_service";
  static constexpr Label label = tr("placement service");
  static constexpr Label meaning = tr(
      "The employment service raises the intensity of search; a fee is paid for each placement.");
  static constexpr Step step = Step::aid;

  double search_factor = 1.5;

  PlacementService() {
    eligibility.states = {agents::State::unemployed};
    unit_cost_yuan = 400;
    take_up_share = 0.5;
  }

  static constexpr auto fields() {
    using P = PlacementService;
    return join_fields(
        QueuedProgramme::fields({{100, 1500}, "assumption 100-1500; seed:pi_placement_fee"},
                                {{0.2, 0.9}, "assumption 0.2-0.9"}),
        std::tuple{
            number({"search_factor", "factor", tr("multiplies the search intensity"),
                    "assumption 1-2"},
                   &P::search_factor, {0, 100}, {1, 2}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::search_aid);
    written.search_factor = search_factor;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
