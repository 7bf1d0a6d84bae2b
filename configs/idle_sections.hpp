// Sections and tables of a scenario that its kind does not read.
#pragma once

#include "configs/document.hpp"
#include "configs/field_reader.hpp"

namespace jtsim::configs {

/// Warns of sections and tables that another kind of scenario reads and that say more than their
/// defaults.
void warn_of_idle_sections(const Document& document, const Places& places, Problems& warnings);

}  // namespace jtsim::configs
