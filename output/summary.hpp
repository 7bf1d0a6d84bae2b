// Headline figures over replicates: mean, standard error and quantiles.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "output/outcomes.hpp"
#include "output/worst_off.hpp"

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

/// Quantile of values in ascending order, of which there is at least one; type 7.
double quantile(const std::vector<double>& sorted, double p);

/// Statistics of `values`, of which there is at least one; sums in the given order.
Statistics statistics_of(std::vector<double> values);

/// One outcome and its statistics over the replicates that have a value.
struct NamedStatistics {
  std::string name;
  Statistics statistics;
  /// Replicates that have none.
  std::size_t missing = 0;
  /// Replicates in which fewer than `output.minimum_group` persons or events are behind it.
  std::size_t small = 0;
  /// Of the outcomes `worst_off.<search>`: which group it is.
  std::optional<WorstOff> worst = std::nullopt;
};

/// Gathers the outcomes of replicates that finish in any order on any thread; what it says depends
/// on neither.
class Summary {
 public:
  /// `layout` outlives the summary. Figures of fewer persons than `minimum_group` are flagged.
  explicit Summary(const Layout& layout, int minimum_group = 0)
      : layout_(layout), minimum_group_(minimum_group) {}

  void add(const ReplicateResult& result);

  /// Statistics over the replicates below `end`, in the order of outcomes, without those that no
  /// replicate has a value of. Last come the groups found by a search, `worst_off.<search>`.
  std::vector<NamedStatistics> statistics(std::uint32_t end = UINT32_MAX) const;

 private:
  struct Figure {
    double value;
    double persons;
  };
  using Figures = std::map<std::uint32_t, std::vector<Figure>>;

  /// Of the outcome at position `k`, over the replicates before `end`.
  NamedStatistics statistics_of_outcome(std::size_t k, Figures::const_iterator end) const;
  std::optional<NamedStatistics> worst_of(Search search, Figures::const_iterator end) const;

  const Layout& layout_;
  int minimum_group_;
  mutable std::mutex mutex_;
  std::vector<std::string> names_;
  std::vector<Search> searches_;
  Figures figures_;
};

/// The outcome called `name`, or null.
const Statistics* find(const std::vector<NamedStatistics>& all, std::string_view name);

/// summary.json: {outcome: {mean, standard_error, q05, q50, q95}}, in the order of outcomes, with
/// `missing` where some replicates have no value, `below_minimum_group` where some have it of few
/// persons only, and `group`, `persons`, `simultaneous_90`, `groups_searched`,
/// `not_distinguishable` where a group was searched for.
std::string summary_json(const std::vector<NamedStatistics>& all);

}  // namespace jtsim::output
