// One-to-one help: a case worker for those hard to place.
#pragma once

#include "policies/programme.hpp"

namespace jtsim::policies {

/// 一对一帮扶(零就业家庭、就业困难人员). A case worker raises a person's search while the case is
/// open, at most `months` months; `max_active` is the case load of all case workers together. The
/// unit cost is that of a month of one case.
struct OneToOne : QueuedProgramme {
  static constexpr std::string_view kind = "one_to_one";
  static constexpr Label label = tr("one-to-one help");
  static constexpr Label meaning =
      tr("A case worker raises the search of people hard to place while the case is open; the case "
         "load is limited.");
  static constexpr Step step = Step::cascade;

  int months = 6;
  double search_factor = 1.6;

  OneToOne() {
    eligibility.states = {agents::State::unemployed};
    eligibility.spell_min_months = 6;
    priority = agents::Priority::hardest_first;
    max_active = 3000;
    unit_cost_yuan = 150;
    take_up_share = 0.7;
  }

  static constexpr auto fields() {
    using P = OneToOne;
    return join_fields(
        QueuedProgramme::fields({{50, 500}, "assumption 50-500"},
                                {{0.4, 0.95}, "assumption 0.4-0.95; seed:pi_one_to_one"}),
        std::tuple{
            number({"months", "months", tr("for which a case is open"), "assumption 3-24"},
                   &P::months, {1, 600}, {3, 24}),
            number({"search_factor", "factor", tr("multiplies the search intensity"),
                    "assumption 1-2.5"},
                   &P::search_factor, {0, 100}, {1, 2.5}),
        });
  }

  void write_terms(const PolicyContext& context, agents::Terms& terms) const {
    agents::Offer written = offer(context, agents::Service::coaching);
    written.search_factor = search_factor;
    written.price.once = 0;
    written.price.months = months;
    written.price.per_month = fen_from_yuan(unit_cost_yuan);
    terms.offers.push_back(std::move(written));
  }
};

}  // namespace jtsim::policies
