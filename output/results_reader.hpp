// Reads back from results.h5 what is needed to compute it again, and compares two such files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "output/axes.hpp"
#include "output/provenance.hpp"

namespace jtsim::output {

/// Where a results file comes from and how much of it there is.
struct StoredRun {
  Provenance provenance;
  ReplicateRange replicates;
  /// Fewer than `replicates.count` if the run was broken off.
  std::uint32_t replicates_complete = 0;
};

/// Throws InputError if the file is not one of ours, damaged, of another format version, or made to
/// lead elsewhere; StorageError if it cannot be opened.
StoredRun read_stored_run(const std::filesystem::path& path);

/// Where two results files differ; each part in words.
struct ResultsDifference {
  /// Program, scenario, seed, replicates.
  std::vector<Sentence> provenance;
  /// The first one among the input files.
  std::optional<Sentence> inputs;
  /// The first one among arrays, names and their attributes. With none at all only the bytes
  /// differ: the HDF5 library or the layout of the file is another one.
  std::optional<Sentence> content;
};

/// Nothing if the files are equal byte by byte. Throws like `read_stored_run`.
std::optional<ResultsDifference> difference_between(const std::filesystem::path& a,
                                                    const std::filesystem::path& b);

}  // namespace jtsim::output
