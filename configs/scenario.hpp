// A scenario, read whole and checked whole: what a run needs, and where each value came from.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "agents/inputs.hpp"
#include "agents/markov.hpp"
#include "configs/document.hpp"
#include "configs/field_reader.hpp"
#include "configs/file_source.hpp"
#include "policies/registry.hpp"

namespace jtsim::configs {

/// Never changed after loading. Two scenarios with equal `digest` give equal results.
struct Scenario {
  /// Every declared value: the settings of the run, of the phases and of the output.
  Document document;
  /// What the model reads. Policies and budgets have the positions of their maps.
  agents::Inputs inputs;
  std::vector<policies::NamedPolicy> policies;
  /// Steps that the displaced pass, in order.
  std::vector<PolicyId> cascade;
  /// Of the kind `markov`; then `inputs` has no tables.
  std::optional<agents::MarkovInputs> markov;
  /// Of the kind `urn`; then `inputs` has no tables.
  std::optional<agents::UrnInputs> urn;

  /// Where each value that is not a default was written, by key path.
  Places places;
  /// Every file that was read, the scenario first; what the command line set stands under the path
  /// "command line". Enough to load the scenario again.
  std::vector<SourceText> inputs_read;
  /// What is odd, but possible.
  std::vector<Problem> warnings;
  /// 16 hexadecimal digits over all values and all table texts, file names left out.
  std::string digest;
};

/// Reads the scenario at `path`, the files it extends, its tables, and on top of them `overrides`
/// ("key.path=value"; file names relative to the current folder). Throws InputError with everything
/// that is wrong.
Scenario load_scenario(const std::filesystem::path& path,
                       const std::vector<std::string>& overrides = {});

/// The same with names of files in `overrides` relative to the folder of the scenario.
Scenario load_scenario_with(const std::filesystem::path& path,
                            const std::vector<std::string>& overrides);

/// The same from the files of an earlier load (`Scenario::inputs_read`), without touching the disk.
/// Gives the same scenario, place by place. `more` overrides come on top of those recorded; names
/// of files in them are relative to the folder of the scenario.
Scenario load_scenario(const std::vector<SourceText>& inputs_read,
                       const std::vector<std::string>& more = {});

}  // namespace jtsim::configs
