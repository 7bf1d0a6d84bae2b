// Leaves out what is not there.
#include "output/run_statistics.hpp"

#include <cmath>

#include "output/no_value.hpp"

namespace jtsim::output {

Statistics statistics_of_runs(std::vector<double> runs) {
  std::erase_if(runs, [](double value) { return !std::isfinite(value); });
  if (runs.empty()) return {no_value, no_value, no_value, no_value, no_value};
  const bool is_single = runs.size() == 1;
  Statistics statistics = statistics_of(std::move(runs));
  if (is_single) statistics.standard_error = statistics.q05 = statistics.q95 = no_value;
  return statistics;
}

}  // namespace jtsim::output
