// Philox4x32-10 with 256-bit integers: four blocks per vector, two vectors at a time.
#include <algorithm>
#include <array>

#include <immintrin.h>

#include "base/philox.hpp"

namespace jtsim::philox {

namespace {

constexpr std::size_t lanes = 4;
constexpr std::size_t groups = 2;  // independent chains hide the multiplier's latency
constexpr std::size_t stride = lanes * groups;

/// Four blocks; a 64-bit lane holds one word of one block in its lower half, rubbish above.
struct Lanes {
  __m256i x0, x1, x2, x3;
};

/// The four numbers from `first` on.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i count_from(std::uint64_t first) {
  return _mm256_add_epi64(_mm256_set_epi64x(3, 2, 1, 0),
                          _mm256_set1_epi64x(static_cast<long long>(first)));
}

[[gnu::target("avx2"), gnu::always_inline]] inline void step(Lanes& x, __m256i key_0,
                                                             __m256i key_1) {
  const __m256i product_0 = _mm256_mul_epu32(x.x0, _mm256_set1_epi64x(multiplier_0));
  const __m256i product_1 = _mm256_mul_epu32(x.x2, _mm256_set1_epi64x(multiplier_1));
  x.x0 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product_1, 32), x.x1), key_0);
  x.x2 = _mm256_xor_si256(_mm256_xor_si256(_mm256_srli_epi64(product_0, 32), x.x3), key_1);
  x.x1 = product_1;
  x.x3 = product_0;
}

[[gnu::target("avx2"), gnu::always_inline]] inline void encrypt(const Inputs& in,
                                                                Lanes (&x)[groups]) {
  std::uint32_t key_0 = in.key_low;
  std::uint32_t key_1 = in.key_high;
  for (int round = 0; round < rounds; ++round) {
    for (Lanes& group : x) step(group, _mm256_set1_epi64x(key_0), _mm256_set1_epi64x(key_1));
    key_0 += key_step_0;
    key_1 += key_step_1;
  }
}

[[gnu::target("avx2"), gnu::always_inline]] inline void store(std::uint32_t* out, __m256i words) {
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(out), words);
}

/// Writes the 16 words of four blocks, block by block.
[[gnu::target("avx2"), gnu::always_inline]] inline void store_blocks(const Lanes& x,
                                                                     std::uint32_t* out) {
  constexpr int odd_words = 0b10101010;
  constexpr int lower_halves = 0x20;
  constexpr int upper_halves = 0x31;
  const __m256i words_01 = _mm256_blend_epi32(x.x0, _mm256_slli_epi64(x.x1, 32), odd_words);
  const __m256i words_23 = _mm256_blend_epi32(x.x2, _mm256_slli_epi64(x.x3, 32), odd_words);
  const __m256i blocks_02 = _mm256_unpacklo_epi64(words_01, words_23);
  const __m256i blocks_13 = _mm256_unpackhi_epi64(words_01, words_23);
  store(out, _mm256_permute2x128_si256(blocks_02, blocks_13, lower_halves));
  store(out + 2 * lanes, _mm256_permute2x128_si256(blocks_02, blocks_13, upper_halves));
}

/// Blocks one after the other.
struct Consecutive {
  std::uint64_t first;
  [[gnu::target("avx2"), gnu::always_inline]] inline __m256i operator()(std::size_t i) const {
    return count_from(first + i);
  }
};

/// Four 32-bit numbers of a list, widened.
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i four_of(const std::uint32_t* list) {
  return _mm256_cvtepu32_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(list)));
}

/// Blocks as a list has them.
struct Listed {
  const std::uint32_t* blocks;
  [[gnu::target("avx2"), gnu::always_inline]] inline __m256i operator()(std::size_t i) const {
    return four_of(blocks + i);
  }
};

/// Whole blocks, as many as fill two vectors at a time; returns their number.
template <class Blocks>
[[gnu::target("avx2"), gnu::always_inline]] inline std::size_t fill_blocks(const Inputs& in,
                                                                           const Blocks& block,
                                                                           std::size_t blocks,
                                                                           std::uint32_t* out) {
  const std::size_t whole = blocks - blocks % stride;
  for (std::size_t b = 0; b < whole; b += stride) {
    Lanes x[groups];
    for (std::size_t g = 0; g < groups; ++g) {
      x[g] = {block(b + g * lanes), _mm256_set1_epi64x(in.number),
              _mm256_set1_epi64x(in.stream_and_month), _mm256_set1_epi64x(in.replicate)};
    }
    encrypt(in, x);
    for (std::size_t g = 0; g < groups; ++g) {
      store_blocks(x[g], out + words_per_block * (b + g * lanes));
    }
  }
  return whole;
}

}  // namespace

[[gnu::target("avx2")]] std::size_t fill_avx2(const Inputs& in, std::uint32_t first_block,
                                              std::size_t blocks, std::uint32_t* out) {
  return fill_blocks(in, Consecutive{first_block}, blocks, out);
}

[[gnu::target("avx2")]] std::size_t listed_avx2(const Inputs& in,
                                                std::span<const std::uint32_t> blocks,
                                                std::uint32_t* out) {
  return fill_blocks(in, Listed{blocks.data()}, blocks.size(), out);
}

[[gnu::target("avx2")]] void each_avx2(const Inputs& in, const Persons& persons,
                                       std::uint32_t* out) {
  std::array<std::uint32_t, words_per_block * stride> words;
  const std::size_t whole = persons.ids.size() - persons.ids.size() % stride;
  for (std::size_t done = 0; done < whole; done += stride) {
    Lanes x[groups];
    for (std::size_t g = 0; g < groups; ++g) {
      const std::size_t first = done + g * lanes;
      x[g] = {_mm256_srli_epi64(four_of(persons.ids.data() + first), 2),
              _mm256_set1_epi64x(in.number), _mm256_set1_epi64x(in.stream_and_month),
              _mm256_set1_epi64x(in.replicate)};
      if (persons.months.empty()) continue;
      const auto* months = reinterpret_cast<const __m128i*>(persons.months.data() + first);
      x[g].x2 = _mm256_or_si256(x[g].x2, _mm256_cvtepu16_epi64(_mm_loadl_epi64(months)));
    }
    encrypt(in, x);
    for (std::size_t g = 0; g < groups; ++g) {
      store_blocks(x[g], words.data() + words_per_block * g * lanes);
    }
    for (std::size_t i = 0; i < stride; ++i) {
      out[done + i] = words[words_per_block * i + persons.ids[done + i] % words_per_block];
    }
  }
  const auto months = persons.months.empty() ? persons.months : persons.months.subspan(whole);
  each_portable(in, {persons.ids.subspan(whole), months}, out + whole);
}

[[gnu::target("avx2")]] void alternatives_avx2(const Inputs& in, std::uint32_t id,
                                               std::span<std::uint32_t> out) {
  std::array<std::uint32_t, words_per_block * stride> words;
  for (std::size_t done = 0; done < out.size(); done += stride) {
    Lanes x[groups];
    for (std::size_t g = 0; g < groups; ++g) {
      x[g] = {_mm256_set1_epi64x(id / words_per_block), count_from(in.number + done + g * lanes),
              _mm256_set1_epi64x(in.stream_and_month), _mm256_set1_epi64x(in.replicate)};
    }
    encrypt(in, x);
    for (std::size_t g = 0; g < groups; ++g) {
      store_blocks(x[g], words.data() + words_per_block * g * lanes);
    }
    const std::size_t size = std::min(stride, out.size() - done);
    for (std::size_t i = 0; i < size; ++i) {
      out[done + i] = words[words_per_block * i + id % words_per_block];
    }
  }
}

}  // namespace jtsim::philox
