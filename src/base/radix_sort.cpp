// Counting sort by the digits of the keys, the lowest first.
#include "base/radix_sort.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace jtsim {

namespace {

constexpr unsigned digit_bits = 12;
constexpr std::size_t digit_values = std::size_t{1} << digit_bits;
constexpr unsigned key_bits = 32;

std::size_t digit_of(Keyed item, unsigned shift) {
  return (item.key >> shift) & (digit_values - 1);
}

void sort_by_digit(const std::vector<Keyed>& from, std::vector<Keyed>& to, unsigned shift) {
  std::array<std::uint32_t, digit_values> position{};
  for (const Keyed item : from) ++position[digit_of(item, shift)];
  std::uint32_t before = 0;
  for (std::uint32_t& count : position) before += std::exchange(count, before);
  for (const Keyed item : from) to[position[digit_of(item, shift)]++] = item;
}

}  // namespace

void radix_sort(std::vector<Keyed>& items, std::vector<Keyed>& scratch) {
  scratch.resize(items.size());
  std::uint32_t largest = 0;
  for (const Keyed item : items) largest = std::max(largest, item.key);
  for (unsigned shift = 0; shift < key_bits && (largest >> shift) > 0; shift += digit_bits) {
    sort_by_digit(items, scratch, shift);
    items.swap(scratch);
  }
}

}  // namespace jtsim
