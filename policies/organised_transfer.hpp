// Organised transfer: whole units of displaced workers are taken over by another employer.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 成建制分流. The displaced of one mine and occupation who are willing go together, if they are at
/// least `unit_size`, to an employer outside mining with as many vacancies in a target occupation.
/// Their service goes on, so no severance is due. The unit cost is paid for each worker taken over.
struct OrganisedTransfer : QueuedProgramme {
  static constexpr std::string_view kind = "organised_transfer";
  static constexpr Label label = tr("organised transfer");
  static constexpr Label meaning =
      tr("The displaced of one mine and occupation go as a unit to an employer outside mining with "
         "enough vacancies; their service goes on.");
  static constexpr Step step = Step::cascade;

  int unit_size = 5;
  Targets targets;

  OrganisedTransfer() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    eligibility.spell_max_months = 0;
    eligibility.contracts = {agents::Contract::state_owned, agents::Contract::private_};
    targets.sectors = {agents::Sector::new_energy, agents::Sector::other_secondary,
                       agents::Sector::tertiary};
    payer = agents::Payer::enterprise;
    unit_cost_yuan = 3000;
    take_up_share = 0.5;
  }

  static constexpr auto fields() {
    using P = OrganisedTransfer;
    return join_fields(
        QueuedProgramme::fields({{0, 20'000}, "assumption 0-20000"},
                                {{0.2, 0.9}, "assumption 0.2-0.9"}),
        std::tuple{
            number({"unit_size", "persons",
                    tr("the fewest workers of one mine and occupation that go as a unit"),
                    "assumption 2-50"},
                   &P::unit_size, {1, 10'000}, {2, 50}),
            option({"targets", "", tr("occupations in which units may be taken over"), ""},
                   &P::targets),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::organised_transfer);
    written.unit_size = unit_size;
    written.targets = context.resolved.targets;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
