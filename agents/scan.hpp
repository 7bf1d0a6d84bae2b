// Finding the few rows to whom something may happen this month, by one pass over random words.
#pragma once

#include <vector>

#include "agents/world.hpp"

namespace jtsim::agents {

/// A row and its word.
struct Candidate {
  Row row;
  std::uint32_t word = 0;
};

/// Sets `out` to every row, ascending, whose word of `stream` this month lies below `limit`,
/// whatever its state: the caller compares the word with the row's own threshold (at most `limit`).
void candidates_below(const World& world, Stream stream, std::uint32_t limit,
                      std::vector<Candidate>& out);

}  // namespace jtsim::agents
