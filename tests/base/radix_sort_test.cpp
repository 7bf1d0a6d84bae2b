// The radix sort against the standard library's.
#include "base/radix_sort.hpp"

#include <algorithm>

#include <doctest/doctest.h>

using namespace jtsim;

namespace {

std::vector<Keyed> mixed(std::size_t count, std::uint32_t below) {
  std::vector<Keyed> items;
  std::uint32_t state = 1;
  for (std::uint32_t i = 0; i < count; ++i) {
    state = state * 1664525 + 1013904223;
    items.push_back({below == 0 ? state : (state >> 8) % below, i});
  }
  return items;
}

bool same(const Keyed& a, const Keyed& b) { return a.key == b.key && a.value == b.value; }

}  // namespace

TEST_CASE("keys of any size are sorted as by a stable sort") {
  for (const std::uint32_t below : {0U, 1U, 2U, 2000U, 5'000'000U}) {
    for (const std::size_t count : {0U, 1U, 2U, 10'000U}) {
      std::vector<Keyed> items = mixed(count, below);
      std::vector<Keyed> expected = items;
      std::ranges::stable_sort(expected, {}, &Keyed::key);
      std::vector<Keyed> scratch;
      radix_sort(items, scratch);
      CAPTURE(below);
      CAPTURE(count);
      CHECK(std::ranges::equal(items, expected, same));
    }
  }
}
