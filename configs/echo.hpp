// The resolved scenario as YAML: every value, and behind it where it came from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "configs/document.hpp"
#include "configs/scenario.hpp"

namespace jtsim::configs {

/// Where a scenario lies and where its echo will lie, both absolute and without symbolic links.
struct EchoFolders {
  std::filesystem::path scenario;
  std::filesystem::path echo;
};

/// The scenario in full, readable by `load_scenario` as an equal one. Each value is followed by its
/// origin: "file:line", "command line" or "default". Files are named relative to the folder of the
/// echo; without folders as the scenario names them.
std::string echo_yaml(const Scenario& scenario, const std::optional<EchoFolders>& folders = {});

/// The values alone, in one fixed form, without names of files; for digests.
std::string canonical_values(const Document& document);

}  // namespace jtsim::configs
