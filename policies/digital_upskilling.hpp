// Digital upskilling: courses that lead better educated coal staff to posts in intelligent mines.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 智能化转型培训. A course like retraining, for the better educated, whose certificate brings
/// technical posts of mining closer. The unit cost is the course fee, paid month by month.
struct DigitalUpskilling : QueuedProgramme {
  static constexpr std::string_view kind = "digital_upskilling";
  static constexpr Label label = tr("digital upskilling");
  static constexpr Label meaning =
      tr("Better educated staff are trained for technical posts in intelligent mines.");
  static constexpr Step step = Step::cascade;

  int months = 6;
  double drop_out_per_month = 0.03;
  double success_share = 0.85;
  double search_factor = 0.5;
  double proximity_gain = 0.3;
  double proximity_limit = 0.9;
  Targets targets;

  DigitalUpskilling() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    eligibility.educations = {agents::Education::college, agents::Education::graduate};
    targets.sectors = {agents::Sector::mining};
    payer = agents::Payer::enterprise;
    unit_cost_yuan = 12'000;
    take_up_share = 0.2;
  }

  static constexpr auto fields() {
    using P = DigitalUpskilling;
    return join_fields(
        QueuedProgramme::fields({{5000, 30'000}, "assumption 5000-30000"},
                                {{0.05, 0.6}, "assumption 0.05-0.6; seed:pi_internal_transfer"}),
        std::tuple{
            number({"months", "months", tr("length of the course"), "assumption 2-24"}, &P::months,
                   {1, 60}, {2, 24}),
            number({"drop_out_per_month", "1/month", tr("hazard of leaving before the end"),
                    "assumption 0-0.1"},
                   &P::drop_out_per_month, share_interval, {0, 0.1}),
            number({"success_share", "share", tr("of those who finish that earn the certificate"),
                    "assumption 0.6-1"},
                   &P::success_share, share_interval, {0.6, 1}),
            number({"search_factor", "factor", tr("multiplies the search of a trainee (lock-in)"),
                    "assumption 0.2-0.8; ref:gk_programme_effects"},
                   &P::search_factor, {0, 10}, {0.2, 0.8}),
            number({"proximity_gain", "share",
                    tr("by which the certificate raises the proximity to the targets"),
                    "assumption 0.1-0.5"},
                   &P::proximity_gain, share_interval, {0.1, 0.5}),
            number({"proximity_limit", "share",
                    tr("beyond which the certificate raises no proximity"), "assumption 0.8-1"},
                   &P::proximity_limit, share_interval, {0.8, 1}),
            option({"targets", "", tr("occupations that the certificate brings closer"), ""},
                   &P::targets),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::training);
    written.months = months;
    written.drop_out_per_month = drop_out_per_month;
    written.success_share = success_share;
    written.search_factor = search_factor;
    written.proximity_gain = proximity_gain;
    written.proximity_limit = proximity_limit;
    written.certificate = context.resolved.certificate;
    written.targets = context.resolved.targets;
    written.price.once = 0;
    written.price.months = months;
    written.price.per_month = fen_from_yuan(unit_cost_yuan / months);
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
