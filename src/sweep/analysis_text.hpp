// An analysed sweep as text for a terminal and as JSON.
#pragma once

#include <string>

#include "base/language.hpp"
#include "src/sweep/analyse.hpp"

namespace jtsim::app {

/// Policies by the objectives, each policy against the first, the strongest factors, what is
/// missing.
std::string analysis_text(const SweepPlan& plan, const output::SweepAnalysis& analysis,
                          Language language);

/// {sweep, digest, design, design_settings, design_rows, replicates, seeds, runs, factors, policies, outcomes, drivers, contrasts, objectives,
/// pareto}; null where there is no figure.
std::string analysis_json(const SweepPlan& plan, const output::SweepAnalysis& analysis);

}  // namespace jtsim::app
