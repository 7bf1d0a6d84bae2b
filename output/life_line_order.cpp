// Sorting events by person.
#include "output/life_line_order.hpp"

#include <algorithm>

namespace jtsim::output {

std::vector<LifeLine> by_person(const agents::LifeLines& lines) {
  std::vector<LifeLine> all;
  for (const agents::Person& person : lines.persons()) all.push_back({&person, {}});
  for (const agents::LifeEvent& event : lines.events()) {
    const auto line = std::ranges::lower_bound(all, event.row, {},
                                               [](const LifeLine& one) { return one.person->row; });
    line->events.push_back(&event);
  }
  return all;
}

}  // namespace jtsim::output
