// Bonferroni's inequality over groups, and over pairs of groups.
#include "output/worst_off.hpp"

#include <algorithm>
#include <cmath>

#include <boost/math/distributions/students_t.hpp>

namespace jtsim::output {

namespace {

struct Mean {
  double value = 0;
  double standard_error = 0;
};

Mean mean_of(std::span<const double> values) {
  const auto count = static_cast<double>(values.size());
  Mean mean;
  for (const double value : values) mean.value += value / count;
  double squares = 0;
  for (const double value : values) squares += (value - mean.value) * (value - mean.value);
  if (values.size() > 1) mean.standard_error = std::sqrt(squares / (count - 1) / count);
  return mean;
}

/// The t above which a share `beyond` lies.
double critical_t(std::size_t replicates, double beyond) {
  const boost::math::students_t law(static_cast<double>(replicates - 1));
  return boost::math::quantile(boost::math::complement(law, beyond));
}

bool is_searched(const GroupFigures& group) {
  return group.persons >= worst_off_persons && !group.values.empty() &&
         std::ranges::none_of(group.values, [](double value) { return std::isnan(value); });
}

Mean difference(const GroupFigures& worst, const GroupFigures& other) {
  std::vector<double> differences(worst.values);
  for (std::size_t r = 0; r < differences.size(); ++r) differences[r] -= other.values[r];
  return mean_of(differences);
}

}  // namespace

std::optional<WorstOff> worst_off(std::span<const GroupFigures> groups) {
  std::vector<const GroupFigures*> searched;
  for (const GroupFigures& group : groups) {
    if (is_searched(group)) searched.push_back(&group);
  }
  if (searched.empty()) return std::nullopt;
  const GroupFigures& worst = **std::ranges::max_element(
      searched, {}, [](const GroupFigures* group) { return mean_of(group->values).value; });
  const Mean mean = mean_of(worst.values);
  WorstOff found{worst.group, worst.persons, worst.values, mean.value, {}, {}, searched.size(), {}};
  const std::size_t replicates = worst.values.size();
  if (replicates < 2) return found;
  const auto count = static_cast<double>(searched.size());
  const double t = critical_t(replicates, (1 - worst_off_confidence) / (2 * count));
  found.low = mean.value - t * mean.standard_error;
  found.high = mean.value + t * mean.standard_error;
  if (searched.size() < 2) return found;
  const double pair_t = critical_t(replicates, (1 - worst_off_confidence) / (count * (count - 1)));
  for (const GroupFigures* other : searched) {
    if (other == &worst) continue;
    const Mean apart = difference(worst, *other);
    if (apart.value <= pair_t * apart.standard_error)
      found.not_distinguishable.push_back(other->group);
  }
  return found;
}

}  // namespace jtsim::output
