// Headline figures over replicates: mean, standard error and quantiles.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "output/outcomes.hpp"

namespace jtsim::output {

/// Over replicates. Quantiles interpolate linearly between order statistics (type 7).
struct Statistics {
  double mean = 0;
  /// Of the mean; 0 with a single replicate.
  double standard_error = 0;
  double q05 = 0;
  double q50 = 0;
  double q95 = 0;
};

/// Statistics of `values`, of which there is at least one; sums in the given order.
Statistics statistics_of(std::vector<double> values);

/// One outcome and its statistics over the replicates that have a value.
struct NamedStatistics {
  std::string name;
  Statistics statistics;
  /// Replicates that have none.
  std::size_t missing = 0;
};

/// Gathers the outcomes of replicates that finish in any order on any thread; what it says depends
/// on neither.
class Summary {
 public:
  /// `layout` outlives the summary.
  explicit Summary(const Layout& layout) : layout_(layout) {}

  void add(const ReplicateResult& result);

  /// Statistics over the replicates below `end`, in the order of outcomes, without those that no
  /// replicate has a value of.
  std::vector<NamedStatistics> statistics(std::uint32_t end = UINT32_MAX) const;

 private:
  const Layout& layout_;
  mutable std::mutex mutex_;
  std::vector<std::string> names_;
  std::map<std::uint32_t, std::vector<double>> values_;
};

/// The outcome called `name`, or null.
const Statistics* find(const std::vector<NamedStatistics>& all, std::string_view name);

/// summary.json: {outcome: {mean, standard_error, q05, q50, q95}}, in the order of outcomes, and
/// `missing` where some replicates have no value.
std::string summary_json(const std::vector<NamedStatistics>& all);

}  // namespace jtsim::output
