// What the outside world is like this month: written by the clock, read by every later phase.
#pragma once

#include <array>
#include <vector>

#include "base/money.hpp"

namespace jtsim::agents {

/// All money in constant prices of the price year.
struct Conditions {
  /// Tonnes a year, per league.
  std::vector<double> coal_output;
  /// 1 at the start.
  double productivity = 1;
  /// Share of mining posts in intelligent mines.
  double intelligent_share = 0;
  /// Labour force relative to the start.
  double labour_force = 1;
  /// Real pay relative to the start.
  double pay_index = 1;
  /// Mean mining pay of a month at relative pay 1, after the index.
  double unit_pay_fen = 0;
  /// By class 1 to 3 (index 0 to 2), a month.
  std::array<Fen, 3> minimum_pay{};
  /// Social assistance per person and month.
  Fen assistance_line = 0;
  /// Divides an amount at the prices of this month's year.
  double price_level = 1;
  /// What is left of hiring discrimination: 1 at the start, towards 0.
  double discrimination = 1;
};

}  // namespace jtsim::agents
