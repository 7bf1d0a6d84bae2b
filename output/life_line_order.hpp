// Life lines sorted by person.
#pragma once

#include <vector>

#include "agents/life_lines.hpp"

namespace jtsim::output {

/// One person's events in order of happening. Points into the life lines.
struct LifeLine {
  const agents::Person* person;
  std::vector<const agents::LifeEvent*> events;
};

std::vector<LifeLine> by_person(const agents::LifeLines& lines);

}  // namespace jtsim::output
