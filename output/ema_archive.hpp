// Results of experiments as a tar.gz that `ema_workbench.load_results` reads.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace jtsim::output {

/// A column of experiments: numbers, or texts (then `numbers` is empty).
struct EmaColumn {
  std::string name;
  /// What pandas calls the type: float64, int64, category.
  std::string type;
  std::vector<double> numbers = {};
  std::vector<std::string> texts = {};
};

/// A number for each experiment; NaN where there is none.
struct EmaOutcome {
  std::string name;
  std::vector<double> values;
};

/// A Python identifier for a name, as the workbench asks for: other characters become `_`.
std::string ema_name(const std::string& name);

/// Writes the archive as a whole, in the layout of `save_results` of the EMA Workbench 2.1 and
/// later: experiments.csv, a file for each outcome (ScalarOutcome), metadata.json. Names become
/// identifiers, each once. Equal contents give equal bytes. Throws StorageError, and then leaves no
/// temporary file.
void write_ema_archive(const std::filesystem::path& path, const std::vector<EmaColumn>& columns,
                       const std::vector<EmaOutcome>& outcomes);

}  // namespace jtsim::output
