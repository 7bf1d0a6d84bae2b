// All rows of `jtsim validate`.
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "src/validation/finding.hpp"
#include "src/validation/targets.hpp"

namespace jtsim::app {

/// What is asked for.
struct ValidationOrder {
  /// The folder with the shipped scenarios and `checks/targets.csv`.
  std::filesystem::path configs;
  Effort effort = Effort::full;
  std::uint32_t threads = 1;
  /// `V1` to `V6`, `targets`, or the number of a target (`T13`, `B1`); empty: all.
  std::vector<std::string> only;
  /// Called before each part.
  std::function<void(const std::string& part)> tell;
};

/// The checks V1 to V6, then the targets.
Findings validate(const ValidationOrder& order);

/// The shipped targets: `checks/targets.csv`, then `checks/backcast.csv`.
std::vector<Target> read_all_targets(const std::filesystem::path& configs);

/// Whether what was found is as it must be: all of V; after a full run also all of C that are
/// measured. H and X are reported and never decide.
bool is_sound(const Findings& findings, Effort effort);

/// The folder `configs` under the current one, else beside the program's build or installation.
/// Throws InputError where there is none.
std::filesystem::path shipped_configs();

}  // namespace jtsim::app
