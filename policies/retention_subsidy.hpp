// Retention subsidy: mines are paid for staff they keep although they need fewer.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 稳岗补贴. A mine with a surplus keeps `surplus_share` of it for at most `most_months` months on
/// end, while the subsidy is paid for each post kept; displacement is put off, not avoided.
/// `seats` is the number of posts a month.
struct RetentionSubsidy : Programme {
  static constexpr std::string_view kind = "retention_subsidy";
  static constexpr Label label = tr("retention subsidy");
  static constexpr Label meaning =
      tr("Mines are paid for keeping staff they no longer need; "
         "displacement is put off, not avoided.");
  static constexpr Step step = Step::measure;

  double surplus_share = 0.5;
  int most_months = 12;
  int seats = -1;
  double subsidy_yuan_per_month = 1000;

  RetentionSubsidy() { payer = agents::Payer::insurance_fund; }

  static constexpr auto fields() {
    using P = RetentionSubsidy;
    return join_fields(
        Programme::fields(),
        std::tuple{
            number({"surplus_share", "share", tr("of the surplus that mines keep"),
                    "assumption 0.1-1; seed:pi_no_layoff_support"},
                   &P::surplus_share, share_interval, {0.1, 1}),
            number(
                {"most_months", "months", tr("on end for which a mine is paid"), "assumption 3-24"},
                &P::most_months, {1, 1200}, {3, 24}),
            number({"seats", "posts/month", tr("paid for in a month; -1: without limit"),
                    "assumption -1-10000"},
                   &P::seats, {-1, 1e7}, {-1, 10'000}),
            number({"subsidy_yuan_per_month", "yuan/month of the price year",
                    tr("for each post kept"), "assumption 300-3000"},
                   &P::subsidy_yuan_per_month, {0, 1e5}, {300, 3000}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    terms.retention.push_back({.policy = context.id,
                               .leagues = context.resolved.eligible.leagues,
                               .share = surplus_share,
                               .most_months = most_months,
                               .seats = {.per_month = seats},
                               .price = {.per_month = fen_from_yuan(subsidy_yuan_per_month),
                                         .payer = payer,
                                         .line = context.resolved.line}});
  }
};

}  // namespace jtsim::policies
