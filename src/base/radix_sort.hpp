// Sorting many small whole numbers with what belongs to them, in time proportional to their number.
#pragma once

#include <cstdint>
#include <vector>

namespace jtsim {

/// A number to sort by and what comes along.
struct Keyed {
  std::uint32_t key = 0;
  std::uint32_t value = 0;
};

/// Sorts by key, ascending; equal keys keep their order. `scratch` is overwritten.
void radix_sort(std::vector<Keyed>& items, std::vector<Keyed>& scratch);

}  // namespace jtsim
