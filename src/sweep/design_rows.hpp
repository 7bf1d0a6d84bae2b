// The rows of a sweep's design: which values its factors take.
#pragma once

#include "configs/document.hpp"
#include "configs/sweep_document.hpp"
#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// Fills factors, values and unit design of a plan whose design is set. Throws InputError.
void lay_out_design(const configs::SweepFile& file, const configs::Document& base, SweepPlan& plan);

}  // namespace jtsim::app
