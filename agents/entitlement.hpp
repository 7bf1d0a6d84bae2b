// Rights that need no queue: who is offered one, who takes it, and counting both.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// A policy's statutory right as far as its take-up goes.
struct Entitlement {
  PolicyId policy;
  const Eligibility& eligible;
  double take_up = 1;
};

/// Offers the right to `row` in a decision keyed by `since`, the month in which the right arose:
/// counts not_eligible, or offered and declined, or offered and requested. True when requested;
/// `book_entitlement` then says what came of it.
bool requests_entitlement(World& world, const Entitlement& right, Row row, Month since);

/// Counts a request as served, or as one that the budget line cannot bear.
void book_entitlement(World& world, const Entitlement& right, Row row, bool has_money);

/// Sets served[i] to 1 where rows[i] fits and takes the right in the same decision, keyed by the
/// start of the spell without work; counts nothing, to be repeated in later months.
void find_entitled(const World& world, const Entitlement& right, std::span<const Row> rows,
                   std::span<bool8> served);

}  // namespace jtsim::agents
