// Retraining: courses with seats that lead to a certificate for other occupations.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 转岗培训. A trainee is without a job for `months` months and searches less meanwhile (lock-in).
/// He may drop out; at the end he earns the certificate with `success_share`, which raises the
/// proximity of his occupation to the targets by `proximity_gain`, up to `proximity_limit`. The
/// unit cost is the course fee: a share is paid only on the certificate, the rest month by month.
/// Nobody takes the course again after the certificate; who left without it may come again after
/// `repeat_after_months`.
struct Retraining : QueuedProgramme {
  static constexpr std::string_view kind = "retraining";
  static constexpr Label label = tr("retraining");
  static constexpr Label meaning =
      tr("Courses with seats lead to a certificate that brings target occupations closer; trainees "
         "search less meanwhile and may drop out.");
  static constexpr Step step = Step::cascade;

  int months = 4;
  double drop_out_per_month = 0.05;
  double success_share = 0.85;
  double search_factor = 0.5;
  double proximity_gain = 0.2;
  double proximity_limit = 0.9;
  Targets targets;
  double paid_on_certificate_share = 1;
  double allowance_yuan_per_month = 0;

  Retraining() {
    eligibility.states = {agents::State::unemployed};
    eligibility.displaced = agents::DisplacedRule::displaced;
    targets.sectors = {agents::Sector::new_energy, agents::Sector::tertiary,
                       agents::Sector::other_secondary};
    unit_cost_yuan = 6000;
    take_up_share = 0.3;
  }

  static constexpr auto fields() {
    using R = Retraining;
    return join_fields(
        QueuedProgramme::fields({{2000, 15'000}, "assumption 2000-15000"},
                                {{0.1, 0.7}, "assumption 0.1-0.7"}),
        std::tuple{
            number({"months", "months", tr("length of the course"), "assumption 1-12"}, &R::months,
                   {1, 60}, {1, 12}),
            number({"drop_out_per_month", "1/month", tr("hazard of leaving before the end"),
                    "assumption 0-0.15"},
                   &R::drop_out_per_month, share_interval, {0, 0.15}),
            number({"success_share", "share", tr("of those who finish that earn the certificate"),
                    "assumption 0.6-1"},
                   &R::success_share, share_interval, {0.6, 1}),
            number({"search_factor", "factor", tr("multiplies the search of a trainee (lock-in)"),
                    "assumption 0.2-0.8; ref:gk_programme_effects"},
                   &R::search_factor, {0, 10}, {0.2, 0.8}),
            number({"proximity_gain", "share",
                    tr("by which the certificate raises the proximity to the targets"),
                    "assumption 0.1-0.3"},
                   &R::proximity_gain, share_interval, {0.1, 0.3}),
            number({"proximity_limit", "share",
                    tr("beyond which the certificate raises no proximity"), "assumption 0.8-1"},
                   &R::proximity_limit, share_interval, {0.8, 1}),
            option({"targets", "", tr("occupations that the certificate brings closer"), ""},
                   &R::targets),
            number({"paid_on_certificate_share", "share",
                    tr("of the unit cost that is paid only when the certificate is earned"),
                    "seed:pi_training_subsidy; assumption 0-1"},
                   &R::paid_on_certificate_share, share_interval, {0, 1}),
            number({"allowance_yuan_per_month", "yuan/month of the price year",
                    tr("paid to a trainee besides the course fee"), "assumption 0-1500"},
                   &R::allowance_yuan_per_month, {0, 1e5}, {0, 1500}),
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
    const double fee_per_month = unit_cost_yuan * (1 - paid_on_certificate_share) / months;
    written.price.once = 0;
    written.price.months = months;
    written.price.income_per_month = fen_from_yuan(allowance_yuan_per_month);
    written.price.per_month = fen_from_yuan(fee_per_month) + written.price.income_per_month;
    written.price.at_end = fen_from_yuan(unit_cost_yuan * paid_on_certificate_share);
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
