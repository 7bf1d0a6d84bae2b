// Random numbers as a pure function of who, what for, when and which replicate: no generator, no
// state.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/streams.hpp"

namespace jtsim {

/// The identity of one replicate's randomness. Two runs with equal luck give everybody the same
/// fate wherever their policies do not differ (common random numbers).
struct Luck {
  std::uint64_t seed = 0;
  std::uint32_t replicate = 0;
};

/// What is drawn and when, for whomever.
struct Occasion {
  Stream stream;
  /// Months since the start of the run; 0 is the initial state.
  std::uint16_t month;
  /// Which of several draws of one person on one stream in one month: an alternative, or a policy's
  /// `name_key`.
  std::uint32_t number = 0;
};

/// Persons with consecutive ids who share one evaluation of the generator.
inline constexpr std::uint32_t words_per_block = 4;

/// The four 32-bit words of ids 4 `block` .. 4 `block` + 3: Philox4x32-10 (Salmon et al. 2011,
/// Random123) with key = seed and counter = (block, number, stream << 16 | month, replicate).
std::array<std::uint32_t, words_per_block> draw_block(const Luck& luck, const Occasion& occasion,
                                                      std::uint32_t block);

/// One uniform 32-bit word. `id` is a worker, a cell or whatever else the stream is about.
std::uint32_t draw(const Luck& luck, Stream stream, std::uint32_t id, std::uint16_t month,
                   std::uint32_t number = 0);

/// One uniform 64-bit word: `draw` at `number` (upper half) and at `number` with its top bit
/// flipped (lower half).
std::uint64_t draw64(const Luck& luck, Stream stream, std::uint32_t id, std::uint16_t month,
                     std::uint32_t number = 0);

/// The middle of the word's cell on (0, 1): (word + 1/2) / 2^32. Never 0 and never 1, exact.
constexpr double unit_interval(std::uint32_t word) {
  constexpr double cell = 0x1p-32;
  return (static_cast<double>(word) + 0.5) * cell;
}

/// A whole number from 0 to `count` - 1, uniform within `count` / 2^32.
constexpr std::uint32_t uniform_below(std::uint32_t count, std::uint32_t word) {
  constexpr int word_bits = 32;
  return static_cast<std::uint32_t>(std::uint64_t{word} * count >> word_bits);
}

/// A uniform number on (0, 1) with 52 random bits, (n + 1/2) / 2^52 out of `draw64`. Never 0 and
/// never 1, exact.
double uniform(const Luck& luck, Stream stream, std::uint32_t id, std::uint16_t month,
               std::uint32_t number = 0);

/// An event of probability `p` happens if and only if its word is below this: floor(p 2^32).
/// p <= 0 gives 0 (never); p >= 1 gives 2^32 - 1, which fails once in 2^32 words: what is certain
/// must not be drawn.
std::uint32_t threshold(double p);

/// A whole number with mean `x` >= 0: the one below, or with the probability of the rest the next.
constexpr std::int32_t rounded_by_chance(double x, std::uint32_t word) {
  return static_cast<std::int32_t>(x + unit_interval(word));
}

/// Keys a policy's draws by its name (FNV-1a, 32 bits), so that neither its position in the
/// scenario nor other policies matter. Goes into `number`; a policy with several draws adds 0, 1,
/// 2, ...
constexpr std::uint32_t name_key(std::string_view name) {
  constexpr std::uint32_t offset_basis = 0x811C9DC5;
  constexpr std::uint32_t prime = 0x01000193;
  std::uint32_t key = offset_basis;
  for (const char c : name) {
    key ^= static_cast<unsigned char>(c);
    key *= prime;
  }
  return key;
}

}  // namespace jtsim
