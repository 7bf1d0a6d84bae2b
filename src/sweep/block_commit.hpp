// Collects the runs of blocks while they finish in any order, and commits each block as a part.
#pragma once

#include <cstdint>
#include <map>
#include <mutex>
#include <vector>

#include "output/sweep_index.hpp"
#include "src/sweep/part_store.hpp"
#include "src/sweep/point.hpp"

namespace jtsim::app {

/// From any thread. A part appears whole under its final name or not at all; the index follows.
class BlockCommit {
 public:
  /// `missing` are the runs that will come; parts that the store knows keep their names. `index`
  /// may be null. All outlive the commit.
  BlockCommit(const SweepDirectory& directory, const SweepPlan& plan,
              const std::vector<std::uint64_t>& missing, const PartStore& store,
              output::SweepIndex* index);

  /// Takes a finished run; commits its block if it was the last one missing. Throws StorageError.
  void add(FinishedRun&& run);

  /// Commits what is left of unfinished blocks. Throws StorageError.
  void commit_rest();

  std::uint64_t committed() const;

 private:
  using Runs = std::vector<FinishedRun>;

  void commit(std::uint32_t block, Runs runs);
  PartNumber next_part(std::uint32_t block);

  const SweepDirectory& directory_;
  const SweepPlan& plan_;
  output::SweepIndex* index_;
  mutable std::mutex runs_mutex_;
  std::map<std::uint32_t, std::size_t> expected_;
  std::map<std::uint32_t, Runs> waiting_;
  // One part is written at a time: the HDF5 library works one call at a time anyway.
  mutable std::mutex disk_mutex_;
  std::map<std::uint32_t, std::uint32_t> next_generation_;
  std::uint64_t committed_ = 0;
};

}  // namespace jtsim::app
