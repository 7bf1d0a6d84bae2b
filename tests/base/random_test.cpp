// Draws against the generator's published vectors, and their uniformity and independence.
#include "base/random.hpp"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <Random123/philox.h>
#include <doctest/doctest.h>

#include "base/error.hpp"
#include "tests/base/chi_square.hpp"

using namespace jtsim;

namespace {

using Words = std::array<std::uint32_t, 4>;

/// `draw_block` for a counter and key given as the generator's own words.
Words block_of(const Words& counter, std::uint32_t key_0, std::uint32_t key_1) {
  const Luck luck{.seed = std::uint64_t{key_1} << 32 | key_0, .replicate = counter[3]};
  const Occasion occasion{.stream = static_cast<Stream>(counter[2] >> 16),
                          .month = static_cast<std::uint16_t>(counter[2]),
                          .number = counter[1]};
  return draw_block(luck, occasion, counter[0]);
}

constexpr Luck luck{.seed = 20201231, .replicate = 7};

/// Counts of (top 4 bits of first(i), top 4 bits of second(i)): uniform if both are and do not
/// depend on each other.
template <class First, class Second>
ChiSquare pairs(const First& first, const Second& second) {
  constexpr std::uint32_t pairs_drawn = 200'000;
  std::vector<double> counts(256);
  for (std::uint32_t i = 0; i < pairs_drawn; ++i)
    counts[(first(i) >> 28) * 16 + (second(i) >> 28)]++;
  return chi_square_uniform(counts);
}

std::uint32_t reference_draw(std::uint32_t i) { return draw(luck, Stream::quit, i, 3, 0); }

}  // namespace

TEST_CASE("the published test vectors of Philox4x32-10 come out") {
  // kat_vectors of Random123 1.14.
  CHECK(block_of({0, 0, 0, 0}, 0, 0) == Words{0x6627e8d5, 0xe169c58d, 0xbc57ac4c, 0x9b00dbd8});
  constexpr std::uint32_t ones = 0xffffffff;
  CHECK(block_of({ones, ones, ones, ones}, ones, ones) ==
        Words{0x408f276d, 0x41c83b0e, 0xa20bc7c6, 0x6d5451fd});
  CHECK(block_of({0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344}, 0xa4093822, 0x299f31d0) ==
        Words{0xd16cfe09, 0x94fdcceb, 0x5001e420, 0x24126ea1});
}

TEST_CASE("a draw is the word id % 4 of the block id / 4") {
  for (std::uint32_t id = 0; id < 1000; ++id) {
    const r123::Philox4x32::ctr_type counter{
        {id / 4, 5, static_cast<std::uint32_t>(Stream::search) << 16 | 11, luck.replicate}};
    const r123::Philox4x32::key_type key{{static_cast<std::uint32_t>(luck.seed), 0}};
    CHECK(draw(luck, Stream::search, id, 11, 5) == r123::Philox4x32()(counter, key)[id % 4]);
  }
}

TEST_CASE("a 64-bit draw is two draws whose numbers differ in the top bit") {
  for (const std::uint32_t number : {0U, 1U, 0x7fffffffU, 0x80000000U, 0xdeadbeefU}) {
    const std::uint64_t word = draw64(luck, Stream::quit, 9, 2, number);
    CHECK((word >> 32) == draw(luck, Stream::quit, 9, 2, number));
    CHECK(static_cast<std::uint32_t>(word) == draw(luck, Stream::quit, 9, 2, number ^ 0x80000000));
    CHECK((word >> 32) != (word & 0xffffffff));
  }
}

TEST_CASE("uniform numbers never reach 0 or 1") {
  CHECK(unit_interval(0) == 0x1p-33);
  CHECK(unit_interval(0xffffffff) == 1 - 0x1p-33);
  CHECK(unit_interval(0x80000000) - 0.5 == 0x1p-33);
  for (std::uint32_t id = 0; id < 1000; ++id) {
    const double u = uniform(luck, Stream::quit, id, 1);
    const std::uint64_t word = draw64(luck, Stream::quit, id, 1);
    CHECK(u > 0);
    CHECK(u < 1);
    CHECK(std::abs(u - std::ldexp(static_cast<double>(word >> 11), -53)) <= 0x1p-53);
  }
}

TEST_CASE("a threshold is the probability in units of 2^-32, saturated") {
  CHECK(threshold(0.5) == 0x80000000);
  CHECK(threshold(0x1p-32) == 1);
  CHECK(threshold(0x1p-33) == 0);
  CHECK(threshold(1 - 0x1p-32) == 0xffffffff);
  CHECK(threshold(1) == 0xffffffff);
  CHECK(threshold(7) == 0xffffffff);
  CHECK(threshold(0) == 0);
  CHECK(threshold(-1) == 0);
  CHECK_THROWS_AS(threshold(std::numeric_limits<double>::quiet_NaN()), LogicFault);
}

TEST_CASE("a name's key is its FNV-1a hash") {
  // Test vectors of Fowler, Noll and Vo.
  static_assert(name_key("") == 0x811c9dc5);
  static_assert(name_key("a") == 0xe40c292c);
  static_assert(name_key("foobar") == 0xbf9cf968);
  CHECK(name_key("retraining") != name_key("retraining_2"));
}

TEST_CASE("every byte of a word is uniform") {
  for (int shift = 0; shift < 32; shift += 8) {
    std::vector<double> counts(256);
    for (std::uint32_t id = 0; id < 400'000; ++id) counts[(reference_draw(id) >> shift) & 0xff]++;
    CHECK_FALSE(chi_square_uniform(counts).exceeds_bound());
  }
}

TEST_CASE(
    "draws of neighbouring ids, months, numbers, streams, replicates and seeds are independent") {
  const auto independent = [](const auto& other) {
    return !pairs(reference_draw, other).exceeds_bound();
  };
  CHECK(independent([](std::uint32_t i) { return draw(luck, Stream::quit, i + 1, 3); }));
  CHECK(independent([](std::uint32_t i) { return draw(luck, Stream::quit, i + 4, 3); }));
  CHECK(independent([](std::uint32_t i) { return draw(luck, Stream::quit, i, 4); }));
  CHECK(independent([](std::uint32_t i) { return draw(luck, Stream::quit, i, 3, 1); }));
  CHECK(independent([](std::uint32_t i) { return draw(luck, Stream::quit, i, 3, 0x80000000); }));
  CHECK(independent([](std::uint32_t i) { return draw(luck, Stream::separation, i, 3); }));
  CHECK(independent([](std::uint32_t i) {
    return draw({luck.seed, luck.replicate + 1}, Stream::quit, i, 3);
  }));
  CHECK(independent([](std::uint32_t i) {
    return draw({luck.seed + 1, luck.replicate}, Stream::quit, i, 3);
  }));
}

TEST_CASE("one person's draws over months and over numbers are uniform") {
  std::vector<double> by_month(256);
  std::vector<double> by_number(256);
  for (std::uint32_t i = 0; i < 60'000; ++i) {
    by_month[draw(luck, Stream::quit, 5, static_cast<std::uint16_t>(i)) >> 24]++;
    by_number[draw(luck, Stream::quit, 5, 3, i) >> 24]++;
  }
  CHECK_FALSE(chi_square_uniform(by_month).exceeds_bound());
  CHECK_FALSE(chi_square_uniform(by_number).exceeds_bound());
}

TEST_CASE("the tests of uniformity and independence find planted errors") {
  SUBCASE("four neighbours share a word") {
    CHECK(pairs([](std::uint32_t i) { return draw(luck, Stream::quit, i / 4 * 4, 3); },
                [](std::uint32_t i) { return draw(luck, Stream::quit, (i + 1) / 4 * 4, 3); })
              .exceeds_bound());
  }
  SUBCASE("the month is forgotten") {
    CHECK(pairs(reference_draw, reference_draw).exceeds_bound());
  }
  SUBCASE("one word in fifty follows its neighbour") {
    const auto copied = [](std::uint32_t i) { return reference_draw(i % 50 == 0 ? i : i + 1); };
    CHECK(pairs(reference_draw, copied).exceeds_bound());
  }
  SUBCASE("a word is never 0xff in its top byte") {
    std::vector<double> counts(256);
    for (std::uint32_t id = 0; id < 400'000; ++id) {
      const std::uint32_t byte = reference_draw(id) >> 24;
      counts[byte == 0xff ? 0 : byte]++;
    }
    CHECK(chi_square_uniform(counts).exceeds_bound());
  }
}

TEST_CASE("flipping one input bit flips half of the output bits") {
  // 128 input bits x 64 blocks x 128 output bits; the mean of a fair coin over 2^20 bits has a
  // standard deviation of 0.0005, so a deviation of 0.0025 has an error probability of 6e-7.
  constexpr std::uint32_t blocks = 64;
  std::uint64_t flipped = 0;
  for (std::uint32_t b = 0; b < blocks; ++b) {
    const Words counter{b * 977, b, 0x00050003, 1};
    const Words before = block_of(counter, 3, 5);
    for (std::uint32_t bit = 0; bit < 128; ++bit) {
      Words changed = counter;
      changed[bit / 32] ^= 1U << (bit % 32);
      const Words after = block_of(changed, 3, 5);
      for (std::size_t w = 0; w < 4; ++w) {
        flipped += static_cast<std::uint64_t>(std::popcount(before[w] ^ after[w]));
      }
    }
  }
  const double share = static_cast<double>(flipped) / (blocks * 128.0 * 128.0);
  CHECK(std::abs(share - 0.5) < 0.0025);
}
