// The time by which the luck of searching passes.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/month.hpp"

namespace jtsim::agents {

/// A month of ordinary search takes so many ticks of a person's search clock, one of stronger or
/// weaker search more or fewer, and what happens at a tick (whether the person applies, where,
/// against whom) is drawn for that tick. So the same person meets the same luck in the same order
/// whatever hastens or delays the search: a course with half the search puts luck off by half its
/// length and does not change it. A tick is never used twice, hence months are independent.
inline constexpr int ticks_per_month = 2;
/// Whatever helps, no more ticks pass in a month; their chances are larger instead.
inline constexpr int most_ticks_per_month = 4;
static_assert((Month::last_year + 1 - Month::origin_year) * Month::per_year *
                      most_ticks_per_month <=
                  UINT16_MAX,
              "the clock of the longest run fits into 16 bits");

/// Where the clock stands for somebody who begins to search in `month` of the run: beyond all ticks
/// of the months before.
constexpr std::uint16_t first_search_tick(std::uint16_t month) {
  return static_cast<std::uint16_t>(most_ticks_per_month * month);
}

/// Ticks of a month in which the search is multiplied by `factor` >= 0.
constexpr int search_ticks(double factor) {
  if (factor <= 0) return 0;
  const double ticks = std::min<double>(ticks_per_month * factor, most_ticks_per_month);
  return std::max(1, static_cast<int>(ticks + 0.5));
}

}  // namespace jtsim::agents
