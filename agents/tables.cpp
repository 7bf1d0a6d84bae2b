// Reading a path between its points.
#include "agents/tables.hpp"

#include <algorithm>

namespace jtsim::agents {

double Path::at(Month month) const {
  const auto after = std::ranges::upper_bound(months, month);
  if (after == months.begin()) return values.front();
  if (after == months.end()) return values.back();
  const auto i = static_cast<std::size_t>(after - months.begin());
  const double share =
      static_cast<double>(month - months[i - 1]) / static_cast<double>(months[i] - months[i - 1]);
  return values[i - 1] + share * (values[i] - values[i - 1]);
}

double Path::step_at(Month month) const {
  const auto after = std::ranges::upper_bound(months, month);
  if (after == months.begin()) return values.front();
  return values[static_cast<std::size_t>(after - months.begin()) - 1];
}

}  // namespace jtsim::agents
