// Internal transfer: the displaced move to vacant posts in mines of the same group.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 转岗、内部安置. A displaced worker is offered a vacant post in a mine of the group that
/// displaced him; it must need no more education than he has. The post is drawn with weight open
/// posts x proximity of his occupation to that of the post. He keeps contract and relative pay. The
/// unit cost covers moving and familiarisation. By default not for dispatched staff, whose employer
/// is an agency.
struct InternalTransfer : QueuedProgramme {
  static constexpr std::string_view kind = "internal_transfer";
  static constexpr Label label = tr("policy", "internal transfer");
  static constexpr Label meaning =
      tr("Displaced workers get vacant posts in mines of the group that displaced them and keep "
         "contract and relative pay.");
  static constexpr Step step = Step::cascade;

  double post_share = 0.9;

  InternalTransfer() {
    eligibility.states = {agents::State::unemployed};
    eligibility.contracts = {agents::Contract::state_owned, agents::Contract::private_};
    eligibility.spell_max_months = 0;
    eligibility.displaced = agents::DisplacedRule::displaced;
    payer = agents::Payer::enterprise;
    unit_cost_yuan = 2000;
    take_up_share = 0.8;
  }

  static constexpr auto fields() {
    using T = InternalTransfer;
    return join_fields(QueuedProgramme::fields({{0, 10'000}, "assumption 0-10000"},
                                               {{0.3, 0.95}, "assumption 0.3-0.95"}),
                       std::tuple{
                           number({"post_share", "share",
                                   tr("of a mine's vacant posts that may be filled by transfer"),
                                   "assumption 0.3-0.95; seed:shanxi_internal_share"},
                                  &T::post_share, share_interval, {0.3, 0.95}),
                       });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::internal_transfer);
    written.post_share = post_share;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
