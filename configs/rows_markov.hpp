// The columns of the transition table of the kind `markov`.
#pragma once

#include <tuple>

#include "agents/markov_settings.hpp"
#include "configs/table_paths.hpp"

namespace jtsim::configs {

/// Transitions that are not listed do not happen; who does not move stays.
struct MarkovRow {
  static constexpr auto path = &TablePaths::markov;
  agents::MarkovState from = agents::MarkovState::employed_mining;
  agents::MarkovState to = agents::MarkovState::employed_mining;
  int age_from_years = 0;
  agents::Education education = agents::Education::junior;
  double probability_per_month = 0;

  static constexpr auto fields() {
    using S = MarkovRow;
    return std::tuple{
        option({"from", "", tr("state at the end of the month before"), ""}, &S::from),
        option({"to", "", tr("another state"), ""}, &S::to),
        number({"age_from_years", "years", tr("completed age from which the band holds"), ""},
               &S::age_from_years, {0, 120}, {}),
        option({"education", "", tr("education"), ""}, &S::education),
        number({"probability_per_month", "1/month", tr("of this move"), ""},
               &S::probability_per_month, share_interval, {}),
    };
  }
};

}  // namespace jtsim::configs
