// Which group fares worst, with an interval that accounts for the search over all groups.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace jtsim::output {

/// A figure of one group in every replicate, in the same order for all groups.
struct GroupFigures {
  std::string group;
  std::vector<double> values;
  /// Mean number of persons (or events) behind a value.
  double persons = 0;
};

/// The group with the largest mean.
struct WorstOff {
  std::string group;
  double persons = 0;
  std::vector<double> values;
  double mean = 0;
  /// Interval of the mean that holds for all groups searched at once with `worst_off_confidence`;
  /// none with a single replicate.
  std::optional<double> low;
  std::optional<double> high;
  std::size_t groups_searched = 0;
  /// Groups that cannot be told apart from the worst one at that confidence, whichever it is.
  std::vector<std::string> not_distinguishable;
};

/// Groups with fewer persons are not searched.
inline constexpr double worst_off_persons = 100;
inline constexpr double worst_off_confidence = 0.90;

/// None if no group is large enough. Groups without a value in every replicate are not searched.
///
/// With G groups and R replicates the half-width is that of Student's t with R - 1 degrees of
/// freedom at 1 - (1 - confidence) / (2 G) times the standard error (Bonferroni). A group cannot be
/// told apart if its mean difference to the worst one, replicate by replicate, is within t at
/// 1 - (1 - confidence) / (G (G - 1)) times the standard error of the difference: any group might
/// have come out as worst, hence all pairs count.
std::optional<WorstOff> worst_off(std::span<const GroupFigures> groups);

}  // namespace jtsim::output
