// Public-welfare posts: work of last resort, for a limited time.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 公益性岗位. A worker hard to place gets a post paid by the public for at most `months` months,
/// hardest to place first; `max_active` is the number of posts. He earns `pay_factor` of a regular
/// post in the target occupation, and goes on looking for one. The subsidy is paid each month.
struct PublicPost : QueuedProgramme {
  static constexpr std::string_view kind = "public_post";
  static constexpr Label label = tr("public-welfare post");
  static constexpr Label meaning =
      tr("Those hardest to place get publicly paid posts for a limited time.");
  static constexpr Step step = Step::cascade;

  int months = 36;
  double subsidy_yuan_per_month = 2200;
  double pay_factor = 0.5;
  double search_factor = 0.5;
  Targets targets;

  PublicPost() {
    eligibility.states = {agents::State::unemployed};
    eligibility.spell_min_months = 12;
    priority = agents::Priority::hardest_first;
    targets.sectors = {agents::Sector::tertiary};
    max_active = 2000;
    unit_cost_yuan = 0;
    take_up_share = 0.6;
  }

  static constexpr auto fields() {
    using P = PublicPost;
    return join_fields(
        QueuedProgramme::fields({{0, 5000}, "assumption 0-5000"},
                                {{0.3, 0.9}, "assumption 0.3-0.9; seed:pi_public_posts"}),
        std::tuple{
            number({"months", "months", tr("for which a post may be held"),
                    "ref:gk_programme_amounts; assumption 12-60"},
                   &P::months, {1, 600}, {12, 60}),
            number({"subsidy_yuan_per_month", "yuan/month of the price year", tr("paid for a post"),
                    "assumption 1500-4000"},
                   &P::subsidy_yuan_per_month, {0, 1e5}, {1500, 4000}),
            number({"pay_factor", "factor", tr("pay over that of a regular post in the occupation"),
                    "assumption 0.3-0.8"},
                   &P::pay_factor, {0, 2}, {0.3, 0.8}),
            number({"search_factor", "factor",
                    tr("multiplies the search for a regular post (lock-in)"),
                    "assumption 0.1-1; ref:gk_programme_effects"},
                   &P::search_factor, {0, 10}, {0.1, 1}),
            option({"targets", "", tr("occupations of the posts"), ""}, &P::targets),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::public_post);
    written.pay_factor = pay_factor;
    written.search_factor = search_factor;
    written.targets = context.resolved.targets;
    written.price.months = months;
    written.price.per_month = fen_from_yuan(subsidy_yuan_per_month);
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
