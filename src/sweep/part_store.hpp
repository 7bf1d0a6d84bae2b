// Which runs of a sweep are done, and in which part each of them lies.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "output/sweep_index.hpp"
#include "src/sweep/plan.hpp"
#include "src/sweep/sweep_directory.hpp"

namespace jtsim::app {

struct StoredPart {
  std::string name;
  PartNumber number;
  std::uint64_t bytes = 0;
};

/// A part that cannot be read, and why.
struct DamagedPart {
  std::string name;
  std::string why;
};

/// Where a run lies.
struct RunPlace {
  static constexpr std::uint32_t none = UINT32_MAX;

  /// Position in the store's parts.
  std::uint32_t part = none;
  std::uint32_t row : 31 = 0;
  std::uint32_t failed : 1 = 0;

  bool is_done() const { return part != none; }
};

struct PartStore {
  /// By block and generation.
  std::vector<StoredPart> parts;
  std::vector<DamagedPart> damaged;
  /// By run. A run that lies in several parts counts where it did not fail, then in the first one.
  std::vector<RunPlace> places;
  std::uint64_t done = 0;
  std::uint64_t failed = 0;
  /// Of all done runs, on their threads.
  double seconds = 0;

  std::uint64_t bytes() const;
};

/// Looks at every part, opening only those the index does not know. With an index that may be
/// written, it is brought up to date. `index` may be null.
PartStore survey(const SweepDirectory& directory, const SweepPlan& plan, output::SweepIndex* index);

/// Throws InputError if a part is damaged: its runs would be missing without a word.
void require_undamaged(const SweepDirectory& directory, const PartStore& store);

/// Opens the index, anew if what is there cannot be used; null where there can be none (a disk that
/// may not be written).
std::unique_ptr<output::SweepIndex> open_index(const SweepDirectory& directory,
                                               const SweepPlan& plan);

}  // namespace jtsim::app
