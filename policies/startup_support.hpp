// Start-up support: loans with interest subsidy, insurance and rent for founders.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 创业扶持(担保贷款贴息、社保补贴、租金补贴). A founder becomes self-employed in a target
/// occupation, earns `pay_factor` of a regular post there and opens `jobs_created` posts for others
/// as long as the business lasts. While the support runs it fails with `end_per_month`; later it
/// ends like any job. The unit cost is paid at the start (course, premises), the subsidy each month
/// (interest, social insurance, rent).
struct StartupSupport : QueuedProgramme {
  static constexpr std::string_view kind = "startup_support";
  static constexpr Label label = tr("start-up support");
  static constexpr Label meaning = tr(
      "Founders become self-employed with a grant and a monthly subsidy and open posts for others; "
      "the business may fail.");
  static constexpr Step step = Step::cascade;

  int months = 36;
  double subsidy_yuan_per_month = 600;
  double pay_factor = 0.9;
  double end_per_month = 0.02;
  double jobs_created = 0.5;
  double search_factor = 0;
  Targets targets;

  StartupSupport() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    targets.sectors = {agents::Sector::tertiary};
    unit_cost_yuan = 8000;
    take_up_share = 0.05;
  }

  static constexpr auto fields() {
    using P = StartupSupport;
    return join_fields(
        QueuedProgramme::fields(
            {{0, 30'000}, "assumption 0-30000; seed:pi_startup_loan; seed:pi_rent_subsidy"},
            {{0.01, 0.2}, "assumption 0.01-0.2"}),
        std::tuple{
            number({"months", "months", tr("of support"),
                    "seed:hebei_startup_social_insurance_years; assumption 12-60"},
                   &P::months, {1, 600}, {12, 60}),
            number({"subsidy_yuan_per_month", "yuan/month of the price year",
                    tr("interest, social insurance and rent paid for a founder"),
                    "assumption 0-2000; seed:pi_social_insurance_subsidy"},
                   &P::subsidy_yuan_per_month, {0, 1e5}, {0, 2000}),
            number({"pay_factor", "factor",
                    tr("income over the pay of a regular post in the occupation"),
                    "assumption 0.5-1.5"},
                   &P::pay_factor, {0, 10}, {0.5, 1.5}),
            number({"end_per_month", "1/month", tr("hazard of failing while supported"),
                    "assumption 0.01-0.04"},
                   &P::end_per_month, share_interval, {0.01, 0.04}),
            number({"jobs_created", "posts", tr("opened for others by a founder, rounded by lot"),
                    "assumption 0-3"},
                   &P::jobs_created, {0, 100}, {0, 3}),
            number({"search_factor", "factor", tr("multiplies the search for a regular post"),
                    "assumption 0-0.5"},
                   &P::search_factor, {0, 10}, {0, 0.5}),
            option({"targets", "", tr("occupations of founders"), ""}, &P::targets),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::self_employment);
    written.pay_factor = pay_factor;
    written.end_per_month = end_per_month;
    written.jobs_created = jobs_created;
    written.search_factor = search_factor;
    written.targets = context.resolved.targets;
    written.price.months = months;
    written.price.per_month = fen_from_yuan(subsidy_yuan_per_month);
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
