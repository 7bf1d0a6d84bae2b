// Shows the progress of a run.
#include "src/watched_run.hpp"

#include <cstdio>

namespace jtsim::app {

RunReport run_watched(const configs::Scenario& scenario, const RunOrder& order,
                      const Audience& audience) {
  const ProgressStyle style = audience.quiet ? ProgressStyle::silent : progress_style(stderr);
  Progress progress(stderr, style, audience.language, workload_of(scenario, order));
  return run(scenario, order, {audience.stop, progress});
}

}  // namespace jtsim::app
