// What the report shows of one run.
#pragma once

#include <filesystem>

#include "configs/scenario.hpp"
#include "output/report/figures.hpp"
#include "output/results_reader.hpp"

namespace jtsim::output {

/// A stored run with the scenario it was computed from.
struct ReportedRun {
  /// Where results.h5, summary.json and run.json lie.
  std::filesystem::path directory;
  const StoredRun& stored;
  const configs::Scenario& scenario;
  /// Of the arrays in results.h5.
  const Layout& layout;
};

/// What run.json says of when and by which command; null where it is missing or no JSON: it is no
/// part of the results.
Json run_record(const std::filesystem::path& directory);

/// Who it is and where it comes from: names, versions, digest, seed, replicates, and from run.json
/// when and by which command.
Json run_identity(const ReportedRun& run);

/// Who it is, where it comes from, and the numbers of all figures. Throws InputError where a file
/// is not what it should be, StorageError.
Json run_content(const ReportedRun& run);

}  // namespace jtsim::output
