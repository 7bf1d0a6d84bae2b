// From the file of a sweep to its plan.
#pragma once

#include <cstdint>

#include "configs/sweep_document.hpp"
#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// More points and runs than these are a mistake.
inline constexpr std::uint64_t most_points = 1'000'000;
inline constexpr std::uint64_t most_runs = 100'000'000;

/// The plan of a sweep without its cost, its parts and its digest; every point is resolved and
/// checked. Throws InputError with what is wrong with the file or with the first points that are no
/// valid scenarios.
SweepPlan make_plan(const configs::SweepFile& file, const std::string& name);

}  // namespace jtsim::app
