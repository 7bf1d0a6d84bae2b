// Labour export: organised work outside the region, with a grant for the journey.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 劳务输出、一次性交通补贴. A worker goes to a post outside the region for `months` months; the
/// unit cost pays the journey and the arrangement. He earns `pay_factor` of his usual pay there.
/// Each month `end_per_month` of them come back early; at the end `return_share` come back without
/// work, the others stay outside.
struct LabourExport : QueuedProgramme {
  static constexpr std::string_view kind = "labour_export";
  static constexpr Label label = tr("labour export");
  static constexpr Label meaning =
      tr("Organised work outside the region with a travel grant; part of "
         "them come back at the end of the contract.");
  static constexpr Step step = Step::cascade;

  int months = 12;
  double pay_factor = 1;
  double end_per_month = 0.02;
  double return_share = 0.6;

  LabourExport() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    eligibility.age_max_years = 50;
    seats_per_month = 50;
    unit_cost_yuan = 1500;
    take_up_share = 0.08;
  }

  static constexpr auto fields() {
    using P = LabourExport;
    return join_fields(
        QueuedProgramme::fields({{300, 5000}, "assumption 300-5000; seed:pi_travel_subsidy"},
                                {{0.02, 0.3}, "assumption 0.02-0.3; seed:hebei_labour_export"}),
        std::tuple{
            number({"months", "months", tr("of the contract outside"), "assumption 6-36"},
                   &P::months, {1, 600}, {6, 36}),
            number({"pay_factor", "factor", tr("pay outside over the usual pay at home"),
                    "assumption 0.8-1.5"},
                   &P::pay_factor, {0, 10}, {0.8, 1.5}),
            number(
                {"end_per_month", "1/month", tr("hazard of coming back early"), "assumption 0-0.1"},
                &P::end_per_month, share_interval, {0, 0.1}),
            number({"return_share", "share", tr("of those who finish that come back"),
                    "assumption 0.3-0.9"},
                   &P::return_share, share_interval, {0.3, 0.9}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::labour_export);
    written.pay_factor = pay_factor;
    written.end_per_month = end_per_month;
    written.return_share = return_share;
    written.price.months = months;
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
