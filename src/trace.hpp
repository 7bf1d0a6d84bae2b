// Following workers: whom `--trace` chooses, and one life line told again from a stored run.
#pragma once

#include <cstdint>
#include <optional>
#include <stop_token>
#include <string_view>

#include "agents/life_lines.hpp"
#include "configs/scenario.hpp"
#include "src/comparability.hpp"

namespace jtsim::app {

/// Words apart by spaces, each a number of workers ("20") or a condition: `worker=ID`; `age`,
/// `sex`, `ethnicity`, `education`, `contract`, `league`, `state` or `sector` with `=`; `age` with
/// `>=`, `<=`, `>` or `<` as well. Several names for `=` are parted by commas. All conditions hold.
/// Throws InputError with everything that is wrong, or if the scenario has no workers of that kind.
agents::LifeLineChoice trace_choice(std::string_view text, const configs::Scenario& scenario);

/// Simulates one replicate of a stored run again and follows one worker; nothing if a stop was
/// requested. Throws InputError if there is no such worker or replicate, or if this program
/// computes other numbers than the one that wrote the run.
std::optional<agents::LifeLines> follow_again(const StoredExperiment& experiment,
                                              std::uint32_t replicate, WorkerId worker,
                                              const std::stop_token& stop);

}  // namespace jtsim::app
