// A small world with one right and a budget line, for tests of entitlements.
#pragma once

#include <numeric>
#include <optional>
#include <span>

#include <doctest/doctest.h>

#include "agents/world.hpp"
#include "tests/support/small_world.hpp"

namespace rights_world {

using namespace jtsim;
using namespace jtsim::agents;

inline constexpr PolicyId right{0};
inline constexpr BudgetLineId line{0};
inline constexpr std::size_t people = 6;

/// Six miners are displaced in the first month, a January; a negative budget means no limit.
struct Rights {
  SmallWorld small;
  World& world = small.world;

  explicit Rights(Fen budget_per_year) : small(inputs(budget_per_year)) {
    next_month(world);
    for (std::size_t i = 0; i < people; ++i) displace(world, Row{i});
  }
  static Inputs inputs(Fen budget_per_year) {
    Inputs inputs = small_inputs();
    add_policy(inputs, "right");
    add_budget_line(inputs, budget_per_year);
    return inputs;
  }
  /// Puts the right into this month's terms, at the cost of the line.
  template <class RightTerms>
  RightTerms& put_in_force(std::optional<RightTerms>& terms) {
    terms.emplace();
    terms->policy = right;
    terms->price.line = line;
    return *terms;
  }
  /// In the year of this month.
  std::int64_t count(Counter counter) const { return count_of(world, right, counter); }
  /// In all years.
  Fen spent() const {
    const std::span<const Fen> all = world.ledger.spending();
    return std::accumulate(all.begin(), all.end(), Fen{0});
  }
  void check_all_requests_answered() const {
    CHECK(count(Counter::offered) == count(Counter::declined) + count(Counter::requested));
    CHECK(count(Counter::requested) ==
          count(Counter::served) + count(Counter::no_seat) + count(Counter::no_money));
  }
};

}  // namespace rights_world
