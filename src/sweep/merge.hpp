// One file of all parts of a sweep; its bytes depend on the runs alone, not on who did them when.
#pragma once

#include <filesystem>
#include <optional>
#include <stop_token>

#include "configs/sweep_document.hpp"
#include "src/sweep/plan.hpp"
#include "src/sweep/sweep_directory.hpp"

namespace jtsim::app {

struct MergeOrder {
  std::filesystem::path file;
  configs::SweepKeep keep = configs::SweepKeep::all;
  /// Whether runs may be missing.
  bool is_partial = false;
  std::stop_token stop;
};

struct MergeReport {
  std::uint64_t runs = 0;
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  std::uint64_t bytes = 0;
  bool stopped = false;
};

/// Writes the file under a temporary name first. Throws InputError where runs are missing or a part
/// is damaged, StorageError when the disk fails; then an earlier file is as it was.
MergeReport merge(const SweepDirectory& directory, const SweepPlan& plan, const MergeOrder& order);

}  // namespace jtsim::app
