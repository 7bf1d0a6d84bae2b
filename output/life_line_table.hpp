// Life lines for people: as a table and as text.
#pragma once

#include <cstdint>
#include <string>

#include "agents/inputs.hpp"
#include "agents/life_lines.hpp"
#include "base/language.hpp"

namespace jtsim::output {

/// CSV with one line per event, by worker, then in order of happening; identifiers as in the
/// scenario, money in yuan of the price year, cells that an event does not have are empty.
std::string life_line_csv(const agents::LifeLines& lines, const agents::Inputs& inputs,
                          std::uint32_t replicate);

/// The same for reading, a paragraph per worker. What a policy answers month after month stands in
/// one line until something else happens.
std::string life_line_text(const agents::LifeLines& lines, const agents::Inputs& inputs,
                           Language language);

}  // namespace jtsim::output
