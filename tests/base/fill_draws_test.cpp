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

TEST_CASE("the words of listed blocks equal single draws at every level, for every length") {
  for (const VectorLevel level : available_vector_levels()) {
    for (std::size_t size = 0; size < 100; ++size) {
      std::vector<std::uint32_t> blocks;
      for (std::uint32_t b = 0; b < size; ++b) blocks.push_back((b * 0x9e3779b9U) >> 2);
      std::vector<std::uint32_t> out(words_per_block * size + margin, untouched);
      fill_listed_blocks(luck, occasion, blocks, std::span(out).first(words_per_block * size),
                         level);
      bool equal = true;
      for (std::uint32_t i = 0; i < words_per_block * size; ++i) {
        const std::uint32_t id =
            words_per_block * blocks[i / words_per_block] + i % words_per_block;
        equal &= out[i] == draw(luck, occasion.stream, id, occasion.month, occasion.number);
      }
      REQUIRE(equal);
      REQUIRE(all_untouched(std::span(out).subspan(words_per_block * size)));
    }
  }
}

TEST_CASE("words of persons in any order, each with his month, equal single draws") {
  for (const VectorLevel level : available_vector_levels()) {
    for (std::size_t size = 0; size < 100; ++size) {
      std::vector<std::uint32_t> ids;
      std::vector<std::uint16_t> months;
      for (std::uint32_t i = 0; i < size; ++i) {
        ids.push_back(i * 0x9e3779b9U);
        months.push_back(static_cast<std::uint16_t>(i * 40503U));
      }
      std::vector<std::uint32_t> out(size + margin, untouched);
      draw_each(luck, {occasion.stream, 0, occasion.number}, ids, months,
                std::span(out).first(size), level);
      bool equal = true;
      for (std::size_t i = 0; i < size; ++i) {
        equal &= out[i] == draw(luck, occasion.stream, ids[i], months[i], occasion.number);
      }
      draw_each(luck, occasion, ids, {}, std::span(out).first(size), level);
      for (std::size_t i = 0; i < size; ++i) {
        equal &= out[i] == draw(luck, occasion.stream, ids[i], occasion.month, occasion.number);
      }
      REQUIRE(equal);
      REQUIRE(all_untouched(std::span(out).subspan(size)));
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
  const std::vector<std::uint32_t> ids(3);
  const std::vector<std::uint16_t> months(8);
  CHECK_THROWS_AS(fill_listed_blocks(luck, occasion, ids, out), LogicFault);
  CHECK_THROWS_AS(draw_each(luck, {Stream::death, 0}, ids, months, out), LogicFault);
  CHECK_THROWS_AS(draw_each(luck, occasion, std::span(out), months, out), LogicFault);
}
