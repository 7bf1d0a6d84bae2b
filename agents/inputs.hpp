// Everything the model reads and never changes: tables, the settings of each phase, and the names
// policies go by.
#pragma once

#include <vector>

#include "agents/settings.hpp"
#include "agents/tables.hpp"
#include "base/money.hpp"

namespace jtsim::agents {

/// A yearly amount that policies draw on.
struct BudgetLine {
  Name name;
  /// Unlimited when negative.
  Fen per_year = -1;
  bool carry_over = false;
};

/// Name of a policy and the key of its random draws (a hash of the name, never its position).
struct PolicyName {
  Name name;
  std::uint32_t draw_key = 0;
};

struct Inputs {
  Month start = Month::of(2020, 12);
  Month end = Month::of(2060, 12);
  Tables tables;
  Settings settings;
  std::vector<PolicyName> policies;
  std::vector<BudgetLine> budget_lines;

  int months() const { return end - start; }
  int years() const { return end.year() - start.year(); }
};

}  // namespace jtsim::agents
