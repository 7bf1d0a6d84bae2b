// Platform work: agreements with platform firms, for so many workers.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 新就业形态(平台就业). A worker takes up platform work in a target occupation: no vacancy is
/// needed, `max_total` and `max_active` say how many the agreement covers. He earns `pay_factor` of
/// a regular post and goes on looking for one with `search_factor` of the usual intensity. The
/// support ends after `months`; the work goes on.
struct PlatformWork : QueuedProgramme {
  static constexpr std::string_view kind = "platform_work";
  static constexpr Label label = tr("policy", "platform work");
  static constexpr Label meaning = tr(
      "Agreements with platform firms give a limited number of workers platform work at lower pay; "
      "they go on looking for a regular post.");
  static constexpr Step step = Step::cascade;

  int months = 24;
  double pay_factor = 0.75;
  double end_per_month = 0.03;
  double search_factor = 0.5;
  Targets targets;

  PlatformWork() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    targets.sectors = {agents::Sector::tertiary};
    max_total = 3870;
    unit_cost_yuan = 1000;
    take_up_share = 0.15;
  }

  static constexpr auto fields() {
    using P = PlatformWork;
    return join_fields(
        QueuedProgramme::fields({{0, 10'000}, "assumption 0-10000"},
                                {{0.03, 0.5}, "assumption 0.03-0.5; seed:shanxi_didi"}),
        std::tuple{
            number({"months", "months", tr("for which the agreement supports a worker"),
                    "assumption 6-60"},
                   &P::months, {1, 600}, {6, 60}),
            number({"pay_factor", "factor", tr("pay over that of a regular post in the occupation"),
                    "assumption 0.5-1"},
                   &P::pay_factor, {0, 2}, {0.5, 1}),
            number(
                {"end_per_month", "1/month", tr("hazard of losing the work"), "assumption 0-0.1"},
                &P::end_per_month, share_interval, {0, 0.1}),
            number({"search_factor", "factor", tr("multiplies the search for a regular post"),
                    "assumption 0.1-1"},
                   &P::search_factor, {0, 10}, {0.1, 1}),
            option({"targets", "", tr("occupations of platform work"), ""}, &P::targets),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::platform_work);
    written.pay_factor = pay_factor;
    written.end_per_month = end_per_month;
    written.search_factor = search_factor;
    written.targets = context.resolved.targets;
    written.price.months = months;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
