// Measures of the displaced one by one, and of how far the next green job is.
#pragma once

#include <vector>

#include "output/outcomes.hpp"

namespace jtsim::app {

/// Of replicates whose register of the displaced is kept; displaced here: not at once with their
/// group, internally retired or on a pension.
///   displaced.hard_to_place_share     of those at work again within 60 months: aged 45 and over,
///   or
///                                     after 12 months and more
///   displaced.loss_without_work       months without work in the first 60 x pay before, over the
///                                     present-value loss; those displaced 60 months before the end
///   displaced.men_at_work_12m         men at work again within 12 months, of those displaced 12
///                                     months before the end
std::vector<output::Outcome> displaced_measures(const output::Layout& layout,
                                                const output::ReplicateResult& result);

/// reach.green_job_km[.<league>]: from a coal job of the start to the nearest league with
/// new-energy jobs in December 2025 (or at the end): between seats, within a league 0.9 x sqrt(area
/// / pi).
std::vector<output::Outcome> reach_measures(const agents::Tables& tables,
                                            const output::Layout& layout,
                                            const output::ReplicateResult& result);

}  // namespace jtsim::app
