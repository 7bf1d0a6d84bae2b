// Reads back from results.h5 what is needed to compute it again, and compares two such files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

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

/// The first difference between two results files, in words; nothing if they are equal byte by
/// byte. Throws like `read_stored_run`.
std::optional<std::string> first_difference(const std::filesystem::path& a,
                                            const std::filesystem::path& b);

}  // namespace jtsim::output
