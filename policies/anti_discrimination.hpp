// Enforcement against discrimination in hiring.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 反就业歧视执法. Brings the hiring factors of ethnicity, sex and age closer to 1 by the shares
/// given. Enforcement costs `cost_yuan_per_year`; in a month that its budget line cannot bear it
/// has no effect.
struct AntiDiscrimination : Programme {
  static constexpr std::string_view kind = "anti_discrimination";
  static constexpr Label label = tr("anti-discrimination");
  static constexpr Label meaning =
      tr("Enforcement shrinks the differences that ethnicity, sex and age make in hiring.");
  static constexpr Step step = Step::measure;

  double ethnicity_share = 0.5;
  double sex_share = 0.5;
  double age_share = 0.3;
  double cost_yuan_per_year = 2e6;

  AntiDiscrimination() { payer = agents::Payer::region; }

  static constexpr auto fields() {
    using P = AntiDiscrimination;
    return join_fields(
        Programme::fields(),
        std::tuple{
            number(
                {"ethnicity_share", "share",
                 tr("by which the distance of ethnicity factors from 1 shrinks"), "assumption 0-1"},
                &P::ethnicity_share, share_interval, {0, 1}),
            number({"sex_share", "share", tr("by which the distance of sex factors from 1 shrinks"),
                    "assumption 0-1"},
                   &P::sex_share, share_interval, {0, 1}),
            number({"age_share", "share", tr("by which the distance of age factors from 1 shrinks"),
                    "assumption 0-1"},
                   &P::age_share, share_interval, {0, 1}),
            number({"cost_yuan_per_year", "yuan/year of the price year", tr("cost of enforcement"),
                    "assumption 0-20000000"},
                   &P::cost_yuan_per_year, {0, 1e12}, {0, 2e7}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    terms.equal_treatment.push_back(
        {.policy = context.id,
         .ethnicity_left = 1 - ethnicity_share,
         .sex_left = 1 - sex_share,
         .age_left = 1 - age_share,
         .price = {.per_month = fen_from_yuan(cost_yuan_per_year / Month::per_year),
                   .payer = payer,
                   .line = context.resolved.line}});
  }
};

}  // namespace jtsim::policies
