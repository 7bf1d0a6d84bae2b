// The resolved scenario as YAML: every value, and behind it where it came from.
#pragma once

#include <filesystem>
#include <string>

#include "configs/document.hpp"
#include "configs/scenario.hpp"

namespace jtsim::configs {

/// The scenario in full, readable by `load_scenario` as an equal one. Each value is followed by its
/// origin: "file:line", "command line" or "default". `scenario_folder` stands before the names of
/// files: the way from the folder of the text to that of the scenario.
std::string echo_yaml(const Scenario& scenario, const std::filesystem::path& scenario_folder = {});

/// The values alone, in one fixed form, without names of files; for digests.
std::string canonical_values(const Document& document);

}  // namespace jtsim::configs
