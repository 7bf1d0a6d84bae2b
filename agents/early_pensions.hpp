// Special-job pensions until the ordinary pension month: what their budget line can bear, and
// paying them.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// The early pensions of a month in which more are granted.
class EarlyPensions {
 public:
  /// `terms` outlive it.
  EarlyPensions(const World& world, const EarlyRetirementTerms& terms);

  /// Grants one to `row` if the line bears all of them to the end of the next year; false
  /// otherwise.
  bool take_on(Row row);

 private:
  const World& world_;
  const EarlyRetirementTerms& terms_;
  /// Of all who draw one, where the line has to be asked.
  Fen per_month_ = 0;
};

/// Phase 9: pays them all, one after the other where the line cannot bear all, and sets
/// `world.early_pensions_due` and `early_pensions_unborne`. One that was granted goes on even if
/// the line cannot bear it in a later year: it is then no spending of the policy, but a pension
/// like the ordinary ones.
void pay_early_pensions(World& world);

}  // namespace jtsim::agents
