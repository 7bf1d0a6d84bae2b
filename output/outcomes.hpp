// Headline figures of one replicate under dotted names, the same in every place that shows figures.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <vector>

#include "output/replicate_result.hpp"

namespace jtsim::output {

/// For what a group's figure is one of the candidates.
enum class Search : std::uint8_t {
  none,
  loss_present,  ///< the group that loses the largest share of its shadow earnings, present value
};

struct Outcome {
  /// E.g. `stock.employed_mining.2030`, `policy.retraining.spending.2021-2060` (money in yuan).
  std::string name;
  /// NaN where this replicate has none.
  double value = 0;
  /// How many persons or events the figure is of, where that can be few.
  double persons = std::numeric_limits<double>::infinity();
  Search search = Search::none;
};

/// All figures this run's series allow, in one order that depends on the layout alone; those of
/// inequality, losses and targets are listed in distribution_outcomes.hpp:
///   stock.<state>.<year>, headline.<group>.<year>         persons at the end of December
///   rate.registered_unemployment.<year>                   share, December
///   displaced.<year>, displaced.total                     displacement events
///   destination.<months>.<destination>                    events, all years
///   destination_share.<months>.<destination>              of those whose horizon is reached; no
///                                                         value if it is for nobody
///   policy.<name>.<counter>.<first>-<last>                persons served in these years; a count
///                                                         that is taken months after serving ends
///                                                         with the last year it is known for, and
///                                                         `served` is given for the same years
///   policy.<name>.spending.<first>-<last>, spending.<payer>.<first>-<last>   yuan of the price
///   year
///   policy.<name>.jobs_absorbed.<first>-<last>,
///   policy.<name>.jobs_absorbed_by_agents.<first>-<last>
///                                                         filled posts of a fund's projects, in
///                                                         years of a post; no value for policies
///                                                         that are no fund
///   policy.<name>.yuan_per_job_year.<first>-<last>        all its spending over the first of these
/// and those of `urn_outcomes` in a run of the kind `urn`.
std::vector<Outcome> outcomes_of(const Layout& layout, const ReplicateResult& result);

}  // namespace jtsim::output
