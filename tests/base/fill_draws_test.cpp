// The vector versions of the generator against single draws.
#include "base/fill_draws.hpp"

#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace jtsim;

namespace {

constexpr Luck luck{.seed = 0x0123456789abcdef, .replicate = 0xfedcba98};
constexpr Occasion occasion{.stream = Stream::death, .month = 480, .number = 0xffffff00};

/// Longer than what was asked for, so that a write past the end shows.
constexpr std::size_t margin = 64;
constexpr std::uint32_t untouched = 0x5a5a5a5a;

bool all_untouched(std::span<const std::uint32_t> words) {
  for (const std::uint32_t w : words) {
    if (w != untouched) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("the portable level always exists and the best one is among those of the machine") {
  const auto levels = available_vector_levels();
  CHECK(levels.front() == VectorLevel::portable);
  CHECK(levels.back() == best_vector_level());
}

TEST_CASE("filled draws equal single draws at every level, for every length and start") {
  for (const VectorLevel level : available_vector_levels()) {
    for (const std::uint32_t first_id : {0U, 4U, 400U, 0xfffffe00U}) {
      for (std::size_t size = 0; size < 300; ++size) {
        std::vector<std::uint32_t> out(size + margin, untouched);
        fill_draws(luck, occasion, first_id, std::span(out).first(size), level);
        bool equal = true;
        for (std::uint32_t i = 0; i < size; ++i) {
          equal &=
              out[i] == draw(luck, occasion.stream, first_id + i, occasion.month, occasion.number);
        }
        REQUIRE(equal);
        REQUIRE(all_untouched(std::span(out).subspan(size)));
      }
    }
  }
}

TEST_CASE("filled alternatives equal single draws at every level, for every length and id") {
  for (const VectorLevel level : available_vector_levels()) {
    for (const std::uint32_t id : {0U, 1U, 2U, 3U, 77U, 0xffffffffU}) {
      for (std::size_t size = 0; size < 100; ++size) {
        std::vector<std::uint32_t> out(size + margin, untouched);
        fill_alternatives(luck, occasion, id, std::span(out).first(size), level);
        bool equal = true;
        for (std::uint32_t k = 0; k < size; ++k) {
          equal &= out[k] == draw(luck, occasion.stream, id, occasion.month, occasion.number + k);
        }
        REQUIRE(equal);
        REQUIRE(all_untouched(std::span(out).subspan(size)));
      }
    }
  }
}

TEST_CASE("all levels agree over a million words") {
  std::vector<std::uint32_t> portable(1'000'000);
  fill_draws(luck, occasion, 0, portable, VectorLevel::portable);
  for (const VectorLevel level : available_vector_levels()) {
    std::vector<std::uint32_t> words(portable.size());
    fill_draws(luck, occasion, 0, words, level);
    CHECK(words == portable);
  }
}

TEST_CASE("the pieces of a population filled apart equal the whole") {
  std::vector<std::uint32_t> whole(10'000);
  fill_draws(luck, occasion, 0, whole);
  std::vector<std::uint32_t> pieces(whole.size());
  for (std::uint32_t begin = 0; begin < pieces.size(); begin += 1236) {
    const std::size_t size = std::min<std::size_t>(1236, pieces.size() - begin);
    fill_draws(luck, occasion, begin, std::span(pieces).subspan(begin, size));
  }
  CHECK(pieces == whole);
}

TEST_CASE("starts between blocks and ranges beyond 32 bits are refused") {
  std::vector<std::uint32_t> out(8);
  CHECK_THROWS_AS(fill_draws(luck, occasion, 2, out), LogicFault);
  CHECK_THROWS_AS(fill_draws(luck, occasion, 0xfffffffc, out), LogicFault);
  CHECK_THROWS_AS(fill_alternatives(luck, {Stream::death, 0, 0xfffffffc}, 0, out), LogicFault);
}
