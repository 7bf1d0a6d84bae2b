// One draw at a time, by Random123's own Philox4x32-10.
#include "base/random.hpp"

#include <cmath>

#include <Random123/philox.h>

#include "base/error.hpp"
#include "base/philox.hpp"

namespace jtsim {

std::array<std::uint32_t, words_per_block> draw_block(const Luck& luck, const Occasion& occasion,
                                                      std::uint32_t block) {
  const philox::Inputs in = philox::inputs_of(luck, occasion);
  const r123::Philox4x32::ctr_type counter{{block, in.number, in.stream_and_month, in.replicate}};
  const r123::Philox4x32::key_type key{{in.key_low, in.key_high}};
  const r123::Philox4x32::ctr_type words = r123::Philox4x32()(counter, key);
  return {words[0], words[1], words[2], words[3]};
}

std::uint32_t draw(const Luck& luck, Stream stream, std::uint32_t id, std::uint16_t month,
                   std::uint32_t number) {
  return draw_block(luck, {stream, month, number}, id / words_per_block)[id % words_per_block];
}

std::uint64_t draw64(const Luck& luck, Stream stream, std::uint32_t id, std::uint16_t month,
                     std::uint32_t number) {
  constexpr std::uint32_t lower_half = 0x80000000;
  const std::uint64_t upper = draw(luck, stream, id, month, number);
  return upper << 32 | draw(luck, stream, id, month, number ^ lower_half);
}

double uniform(const Luck& luck, Stream stream, std::uint32_t id, std::uint16_t month,
               std::uint32_t number) {
  // One bit less than a double holds, so that the half below is still exact and 1 is out of reach.
  constexpr int dropped_bits = 64 - 52;
  constexpr double cell = 0x1p-52;
  const std::uint64_t word = draw64(luck, stream, id, month, number) >> dropped_bits;
  return (static_cast<double>(word) + 0.5) * cell;
}

std::uint32_t threshold(double p) {
  constexpr double words = 0x1p32;
  constexpr std::uint32_t largest = 0xFFFFFFFF;
  expect(!std::isnan(p), "a probability is a number");
  if (p <= 0) return 0;
  if (p >= 1) return largest;
  return static_cast<std::uint32_t>(p * words);
}

}  // namespace jtsim
