// Counters that follow from events: who is where, who moved, and each sector's account of the
// month.
#pragma once

#include <cstdint>
#include <vector>

#include "agents/states.hpp"

namespace jtsim::agents {

using SectorAccounts = EnumArray<Sector, EnumArray<AccountItem, std::int32_t>>;
using FlowTable = std::array<std::array<std::int32_t, enum_size<State>>, enum_size<State> + 1>;

/// What became of women's applications since the start of the calendar year, and what would have
/// become of the same applications had men sent them: expected hires, everybody else's luck given.
struct Callbacks {
  std::int64_t applications = 0;
  double hired_as_women = 0;
  double hired_as_men = 0;
};

/// Updated where transitions are applied and by the phases that own the item; read by the recorder
/// at month's end.
struct Tallies {
  /// [league][state], agents now.
  std::vector<EnumArray<State, std::int32_t>> stock;
  /// Applied transitions since the start of the calendar year; row `from_entrant` holds entrants.
  FlowTable flow{};
  Callbacks callbacks;
  /// This month; `filled` and `wanted` are of month's end.
  SectorAccounts account{};
  /// [league], this month.
  std::vector<EnumArray<BackgroundItem, std::int32_t>> background;
  /// Entrants so far.
  std::int64_t entrants = 0;
  /// Monthly pension of all retired agents, as the sum of their relative pay in its stored unit.
  std::int64_t pension_base = 0;
};

}  // namespace jtsim::agents
