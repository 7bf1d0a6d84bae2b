// Hiring subsidy: employers receive one payment for taking on a displaced coal worker.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 一次性吸纳就业补助. Raises the hiring weight of those it is reserved for in this month's
/// matching; the unit cost is paid when they are hired and returns otherwise. With
/// `demand_elasticity` 0 it creates no posts, so what it gives one applicant another may lose:
/// deadweight and crowding-out are outcomes. Otherwise each payment makes employers want
/// demand_elasticity x payment / a year's pay posts more for a year. `take_up_share` is the share
/// of workers whose employers would claim it.
struct HiringSubsidy : QueuedProgramme {
  static constexpr std::string_view kind = "hiring_subsidy";
  static constexpr Label label = tr("hiring subsidy");
  static constexpr Label meaning = tr(
      "Employers get one payment for hiring a displaced worker, which raises his chance; posts are "
      "created only with a demand elasticity above 0.");
  static constexpr Step step = Step::aid;

  double hiring_factor = 1.3;
  double demand_elasticity = 0;

  HiringSubsidy() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    unit_cost_yuan = 2000;
    take_up_share = 0.5;
  }

  static constexpr auto fields() {
    using H = HiringSubsidy;
    return join_fields(
        QueuedProgramme::fields(
            {{1000, 3000},
             "assumption 1000-3000; seed:pi_hiring_subsidy; ref:gk_programme_amounts"},
            {{0.2, 0.9}, "assumption 0.2-0.9"}),
        std::tuple{
            number(
                {"hiring_factor", "factor", tr("multiplies the hiring weight"), "assumption 1-2"},
                &H::hiring_factor, {0, 100}, {1, 2}),
            number({"demand_elasticity", "factor",
                    tr("posts wanted besides when posts cost one per cent less"), "assumption 0-1"},
                   &H::demand_elasticity, {0, 10}, {0, 1}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::hiring_aid);
    written.hiring_factor = hiring_factor;
    written.demand_elasticity = demand_elasticity;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
