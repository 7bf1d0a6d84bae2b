// Internal retirement: workers near the legal age leave work and stay on the employer's list.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 内部退养. Within `window_years` of his retirement month a worker may leave work for an allowance
/// until that month: voluntarily while his mine has a surplus (a natural exit, before anybody is
/// displaced), or as one of the displaced. The employer goes on paying contributions.
/// By default not for dispatched staff, whose employer is an agency.
struct InternalRetirement : QueuedProgramme {
  static constexpr std::string_view kind = "internal_retirement";
  static constexpr Label label = tr("internal retirement");
  static constexpr Label meaning = tr(
      "Workers within some years of their pension leave for an allowance until then: voluntarily "
      "while the mine has a surplus, or after displacement.");
  static constexpr Step step = Step::cascade;

  double window_years = 5;
  double allowance_share = 0.6;
  double contribution_share = 0.24;

  InternalRetirement() {
    eligibility.states = {agents::State::unemployed};
    eligibility.contracts = {agents::Contract::state_owned, agents::Contract::private_};
    eligibility.spell_max_months = 0;
    eligibility.displaced = agents::DisplacedRule::displaced;
    payer = agents::Payer::enterprise;
    priority = agents::Priority::oldest_first;
    take_up_share = 0.6;
  }

  static constexpr auto fields() {
    using R = InternalRetirement;
    return join_fields(
        QueuedProgramme::fields({{0, 10'000}, "assumption 0-10000"},
                                {{0.3, 0.9}, "assumption 0.3-0.9"}),
        std::tuple{
            number({"window_years", "years", tr("before the retirement month in which it is open"),
                    "seed:pi_internal_retirement_5y; seed:hebei_internal_retirement_years"},
                   &R::window_years, {0, 20}, {0, 10}),
            number({"allowance_share", "share", tr("of the last pay, paid as allowance"),
                    "assumption 0.4-0.8"},
                   &R::allowance_share, {0, 2}, {0.4, 0.8}),
            number({"contribution_share", "share",
                    tr("of the last pay, paid as contributions besides the allowance"),
                    "assumption 0.16-0.4"},
                   &R::contribution_share, {0, 1}, {0.16, 0.4}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::internal_retirement);
    written.window_months = static_cast<int>(window_years * Month::per_year);
    written.allowance_share = allowance_share;
    written.contribution_share = contribution_share;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
