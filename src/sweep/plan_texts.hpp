// A plan as the texts it is stored as, in a directory or inside sweep.h5, and back.
#pragma once

#include <string>
#include <vector>

#include "src/sweep/plan.hpp"

namespace jtsim::app {

struct PlanTexts {
  /// JSON: everything but points, design and inputs.
  std::string plan;
  /// CSV: one row a point with seed, digest and the factors' values.
  std::string points;
  /// CSV: the design in the unit cube; empty if values come from a table.
  std::string design;
  std::vector<configs::SourceText> inputs;
};

/// The texts of a plan whose digest is set.
PlanTexts texts_of(const SweepPlan& plan);

/// `where` stands before what is said. Throws InputError if the texts are no plan or do not fit
/// their digest.
SweepPlan plan_from(const PlanTexts& texts, const std::string& where);

}  // namespace jtsim::app
