// Rebuilds a run from its results file alone.
#pragma once

#include <filesystem>

#include "configs/scenario.hpp"
#include "output/results_reader.hpp"
#include "src/run.hpp"

namespace jtsim::app {

/// The scenario that a results file was computed from, read from its copies of all input files; the
/// disk is not touched. Throws InputError if the file does not hold them or they are no longer a
/// valid scenario.
configs::Scenario scenario_of(const output::StoredRun& stored);

/// Which replicates the stored run was to have, and how many of them it has.
RunOrder order_of(const output::StoredRun& stored);

/// A new directory of its own, removed with all its content at the end.
class TemporaryDirectory {
 public:
  /// Throws StorageError.
  TemporaryDirectory();
  ~TemporaryDirectory();
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace jtsim::app
