// One run of a merged sweep again, from its file alone.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "configs/scenario.hpp"
#include "output/outcomes.hpp"
#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// The plan inside a merged file. Throws InputError if the file is not one of ours or damaged.
SweepPlan plan_inside(const std::filesystem::path& file);

/// Which run is meant. Throws InputError if there is none.
struct RunChoice {
  std::uint64_t point = 0;
  std::uint32_t replicate = 0;
};
RunChoice run_choice(const SweepPlan& plan, std::optional<std::uint32_t> point,
                     std::optional<std::uint32_t> replicate);

/// The scenario of a point.
configs::Scenario scenario_at(const SweepPlan& plan, std::uint64_t point);

/// Outcomes of a run, computed anew; nothing after a request to stop.
std::optional<std::vector<output::Outcome>> outcomes_again(const SweepPlan& plan,
                                                           const RunChoice& run,
                                                           const std::stop_token& stop);

/// In what the run, computed anew, differs from the file, a line each; nothing at all after a
/// request to stop. Throws InputError where the file does not keep the run.
std::optional<std::vector<std::string>> differences_of(const std::filesystem::path& file,
                                                       const SweepPlan& plan, const RunChoice& run,
                                                       const std::stop_token& stop);

}  // namespace jtsim::app
