// A replicate ready for the file: every array of it packed as one chunk.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "output/replicate_result.hpp"

namespace jtsim::output {

struct PackedReplicate {
  std::uint32_t replicate = 0;
  /// In the order of the layout.
  std::vector<std::vector<std::byte>> chunks;
  /// Elements of every register column, not packed; empty if the register is not kept.
  std::vector<std::vector<std::byte>> columns;
  std::size_t events = 0;
};

/// The costly part of writing a replicate; needs no HDF5, so replicates are packed side by side.
PackedReplicate pack(const Layout& layout, ReplicateResult&& result);

}  // namespace jtsim::output
