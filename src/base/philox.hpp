// The constants and the counter layout of our Philox4x32-10 kernels, stated once for all vector
// widths.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/random.hpp"

namespace jtsim::philox {

// Salmon et al. 2011, "Parallel random numbers: as easy as 1, 2, 3", table 2 and section 4.3.
inline constexpr int rounds = 10;
inline constexpr std::uint32_t multiplier_0 = 0xD2511F53;
inline constexpr std::uint32_t multiplier_1 = 0xCD9E8D57;
inline constexpr std::uint32_t key_step_0 = 0x9E3779B9;
inline constexpr std::uint32_t key_step_1 = 0xBB67AE85;

/// Everything but the first counter word, which runs over the blocks.
struct Inputs {
  std::uint32_t number;
  std::uint32_t stream_and_month;
  std::uint32_t replicate;
  std::uint32_t key_low;
  std::uint32_t key_high;
};

constexpr Inputs inputs_of(const Luck& luck, const Occasion& occasion) {
  return {.number = occasion.number,
          .stream_and_month = static_cast<std::uint32_t>(occasion.stream) << 16 | occasion.month,
          .replicate = luck.replicate,
          .key_low = static_cast<std::uint32_t>(luck.seed),
          .key_high = static_cast<std::uint32_t>(luck.seed >> 32)};
}

/// Writes the words of `blocks` consecutive blocks from `first_block` on to `out`, four per block.
/// All versions give the same bits; a vector version does as many whole vectors as fit. Returns the
/// number of blocks done.
std::size_t fill_portable(const Inputs& in, std::uint32_t first_block, std::size_t blocks,
                          std::uint32_t* out);
std::size_t fill_avx2(const Inputs& in, std::uint32_t first_block, std::size_t blocks,
                      std::uint32_t* out);
std::size_t fill_avx512(const Inputs& in, std::uint32_t first_block, std::size_t blocks,
                        std::uint32_t* out);

/// The same for the blocks of a list, in any order.
std::size_t listed_portable(const Inputs& in, std::span<const std::uint32_t> blocks,
                            std::uint32_t* out);
std::size_t listed_avx2(const Inputs& in, std::span<const std::uint32_t> blocks,
                        std::uint32_t* out);
std::size_t listed_avx512(const Inputs& in, std::span<const std::uint32_t> blocks,
                          std::uint32_t* out);

/// Persons in any order. Either each has a month of his own, and the month in `in` is 0; or
/// `months` is empty.
struct Persons {
  std::span<const std::uint32_t> ids;
  std::span<const std::uint16_t> months;
};

/// Writes one word of each person to `out`.
void each_portable(const Inputs& in, const Persons& persons, std::uint32_t* out);
void each_avx2(const Inputs& in, const Persons& persons, std::uint32_t* out);
void each_avx512(const Inputs& in, const Persons& persons, std::uint32_t* out);

/// Writes the words of one id at the draw numbers `in.number`, `in.number` + 1, ... to `out`.
void alternatives_portable(const Inputs& in, std::uint32_t id, std::span<std::uint32_t> out);
void alternatives_avx2(const Inputs& in, std::uint32_t id, std::span<std::uint32_t> out);
void alternatives_avx512(const Inputs& in, std::uint32_t id, std::span<std::uint32_t> out);

}  // namespace jtsim::philox
