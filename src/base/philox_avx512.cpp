// Philox4x32-10 with 512-bit integers: eight blocks per vector, several vectors at a time.
#include <algorithm>

#include <immintrin.h>

#include "base/philox.hpp"

namespace jtsim::philox {

namespace {

constexpr std::size_t lanes = 8;

// Unmasked intrinsics read "undefined" lanes on purpose, which g++ 12 reports as a mistake. With
// all lanes wanted the compiler drops the mask.
constexpr __mmask8 all_lanes = 0xFF;

/// Eight blocks; a 64-bit lane holds one word of one block in its lower half, rubbish above.
struct Lanes {
  __m512i x0, x1, x2, x3;
};

/// The eight numbers from `first` on.
[[gnu::target("avx512f"), gnu::always_inline]] inline __m512i count_from(std::uint64_t first) {
  const __m512i lane_numbers = _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0);
  return _mm512_add_epi64(lane_numbers, _mm512_set1_epi64(static_cast<long long>(first)));
}

/// The products of the lower halves of all lanes with `b`.
[[gnu::target("avx512f"), gnu::always_inline]] inline __m512i multiply(__m512i a, std::uint32_t b) {
  return _mm512_maskz_mul_epu32(all_lanes, a, _mm512_set1_epi64(b));
}

[[gnu::target("avx512f"), gnu::always_inline]] inline __m512i upper_halves(__m512i a) {
  return _mm512_maskz_srli_epi64(all_lanes, a, 32);
}

[[gnu::target("avx512f"), gnu::always_inline]] inline void step(Lanes& x, __m512i key_0,
                                                                __m512i key_1) {
  constexpr int exclusive_or = 0x96;  // truth table of a ^ b ^ c
  const __m512i product_0 = multiply(x.x0, multiplier_0);
  const __m512i product_1 = multiply(x.x2, multiplier_1);
  x.x0 = _mm512_ternarylogic_epi64(upper_halves(product_1), x.x1, key_0, exclusive_or);
  x.x2 = _mm512_ternarylogic_epi64(upper_halves(product_0), x.x3, key_1, exclusive_or);
  x.x1 = product_1;
  x.x3 = product_0;
}

/// All rounds for `groups` vectors side by side: independent chains hide the multiplier's latency.
template <std::size_t groups>
[[gnu::target("avx512f"), gnu::always_inline]] inline void encrypt(const Inputs& in,
                                                                   Lanes (&x)[groups]) {
  std::uint32_t key_0 = in.key_low;
  std::uint32_t key_1 = in.key_high;
  for (int round = 0; round < rounds; ++round) {
    for (Lanes& group : x) step(group, _mm512_set1_epi64(key_0), _mm512_set1_epi64(key_1));
    key_0 += key_step_0;
    key_1 += key_step_1;
  }
}

/// Writes the 32 words of eight blocks, block by block.
[[gnu::target("avx512f"), gnu::always_inline]] inline void store_blocks(const Lanes& x,
                                                                        std::uint32_t* out) {
  constexpr __mmask16 odd_words = 0xAAAA;
  const __m512i words_01 =
      _mm512_mask_blend_epi32(odd_words, x.x0, _mm512_maskz_slli_epi64(all_lanes, x.x1, 32));
  const __m512i words_23 =
      _mm512_mask_blend_epi32(odd_words, x.x2, _mm512_maskz_slli_epi64(all_lanes, x.x3, 32));
  // Lane numbers from 8 on mean the second vector.
  const __m512i blocks_0123 = _mm512_set_epi64(11, 3, 10, 2, 9, 1, 8, 0);
  const __m512i blocks_4567 = _mm512_set_epi64(15, 7, 14, 6, 13, 5, 12, 4);
  _mm512_storeu_si512(out, _mm512_permutex2var_epi64(words_01, blocks_0123, words_23));
  _mm512_storeu_si512(out + 2 * lanes, _mm512_permutex2var_epi64(words_01, blocks_4567, words_23));
}

/// Writes word `word` of the first `size` (at most eight) blocks.
[[gnu::target("avx512f,avx512vl"), gnu::always_inline]] inline void store_word(const Lanes& x,
                                                                               std::uint32_t word,
                                                                               std::size_t size,
                                                                               std::uint32_t* out) {
  const __m512i chosen[words_per_block] = {x.x0, x.x1, x.x2, x.x3};
  const auto wanted = static_cast<__mmask8>(size >= lanes ? all_lanes : (1U << size) - 1);
  _mm512_mask_cvtepi64_storeu_epi32(out, wanted, chosen[word]);
}

/// Blocks one after the other.
struct Consecutive {
  std::uint64_t first;
  [[gnu::target("avx512f"), gnu::always_inline]] inline __m512i operator()(std::size_t i) const {
    return count_from(first + i);
  }
};

/// Blocks as a list has them.
struct Listed {
  const std::uint32_t* blocks;
  [[gnu::target("avx512f"), gnu::always_inline]] inline __m512i operator()(std::size_t i) const {
    const auto* eight = reinterpret_cast<const __m256i*>(blocks + i);
    return _mm512_maskz_cvtepu32_epi64(all_lanes, _mm256_loadu_si256(eight));
  }
};

/// Whole blocks, as many as fill four vectors at a time; returns their number.
template <class Blocks>
[[gnu::target("avx512f"), gnu::always_inline]] inline std::size_t fill_blocks(const Inputs& in,
                                                                              const Blocks& block,
                                                                              std::size_t blocks,
                                                                              std::uint32_t* out) {
  constexpr std::size_t groups = 4;
  constexpr std::size_t stride = lanes * groups;
  const std::size_t whole = blocks - blocks % stride;
  for (std::size_t b = 0; b < whole; b += stride) {
    Lanes x[groups];
    for (std::size_t g = 0; g < groups; ++g) {
      x[g] = {block(b + g * lanes), _mm512_set1_epi64(in.number),
              _mm512_set1_epi64(in.stream_and_month), _mm512_set1_epi64(in.replicate)};
    }
    encrypt(in, x);
    for (std::size_t g = 0; g < groups; ++g) {
      store_blocks(x[g], out + words_per_block * (b + g * lanes));
    }
  }
  return whole;
}

/// Lanes whose id has word `word` of its block.
[[gnu::target("avx512f"), gnu::always_inline]] inline __mmask8 have_word(__m512i ids,
                                                                         std::uint32_t word) {
  const __m512i position = _mm512_and_epi64(ids, _mm512_set1_epi64(words_per_block - 1));
  return _mm512_cmpeq_epi64_mask(position, _mm512_set1_epi64(word));
}

/// Of the first `size` (at most eight) lanes that word of the block that its id says.
[[gnu::target("avx512f,avx512vl"), gnu::always_inline]] inline void store_own_words(
    const Lanes& x, __m512i ids, std::size_t size, std::uint32_t* out) {
  __m512i own = _mm512_mask_blend_epi64(have_word(ids, 1), x.x0, x.x1);
  own = _mm512_mask_blend_epi64(have_word(ids, 2), own, x.x2);
  own = _mm512_mask_blend_epi64(have_word(ids, 3), own, x.x3);
  const auto wanted = static_cast<__mmask8>(size >= lanes ? all_lanes : (1U << size) - 1);
  _mm512_mask_cvtepi64_storeu_epi32(out, wanted, own);
}

/// The persons from `done` on, at most `groups` vectors of them; returns how many are done then.
template <std::size_t groups>
[[gnu::target("avx512f,avx512vl,avx512bw"), gnu::always_inline]] inline std::size_t add_persons(
    const Inputs& in, const Persons& persons, std::size_t done, std::uint32_t* out) {
  Lanes x[groups];
  __m512i ids[groups];
  for (std::size_t g = 0; g < groups; ++g) {
    const std::size_t first = done + g * lanes;
    const std::size_t size = first < persons.ids.size() ? persons.ids.size() - first : 0;
    const auto here = static_cast<__mmask8>(size >= lanes ? all_lanes : (1U << size) - 1);
    ids[g] = _mm512_maskz_cvtepu32_epi64(
        all_lanes, _mm256_maskz_loadu_epi32(here, persons.ids.data() + first));
    x[g] = {_mm512_maskz_srli_epi64(all_lanes, ids[g], 2), _mm512_set1_epi64(in.number),
            _mm512_set1_epi64(in.stream_and_month), _mm512_set1_epi64(in.replicate)};
    if (persons.months.empty()) continue;
    const __m512i months = _mm512_maskz_cvtepu16_epi64(
        all_lanes, _mm_maskz_loadu_epi16(here, persons.months.data() + first));
    x[g].x2 = _mm512_or_epi64(x[g].x2, months);
  }
  encrypt(in, x);
  for (std::size_t g = 0; g < groups && done < persons.ids.size(); ++g) {
    const std::size_t size = std::min(lanes, persons.ids.size() - done);
    store_own_words(x[g], ids[g], size, out + done);
    done += size;
  }
  return done;
}

/// The alternatives from `done` on, at most `groups` vectors of them; returns how many are done
/// then.
template <std::size_t groups>
[[gnu::target("avx512f,avx512vl"), gnu::always_inline]] inline std::size_t add_alternatives(
    const Inputs& in, std::uint32_t id, std::size_t done, std::span<std::uint32_t> out) {
  Lanes x[groups];
  for (std::size_t g = 0; g < groups; ++g) {
    x[g] = {_mm512_set1_epi64(id / words_per_block), count_from(in.number + done + g * lanes),
            _mm512_set1_epi64(in.stream_and_month), _mm512_set1_epi64(in.replicate)};
  }
  encrypt(in, x);
  for (const Lanes& group : x) {
    const std::size_t size = out.size() - done < lanes ? out.size() - done : lanes;
    store_word(group, id % words_per_block, size, out.data() + done);
    done += size;
  }
  return done;
}

}  // namespace

[[gnu::target("avx512f")]] std::size_t fill_avx512(const Inputs& in, std::uint32_t first_block,
                                                   std::size_t blocks, std::uint32_t* out) {
  return fill_blocks(in, Consecutive{first_block}, blocks, out);
}

[[gnu::target("avx512f")]] std::size_t listed_avx512(const Inputs& in,
                                                     std::span<const std::uint32_t> blocks,
                                                     std::uint32_t* out) {
  return fill_blocks(in, Listed{blocks.data()}, blocks.size(), out);
}

[[gnu::target("avx512f,avx512vl,avx512bw")]] void each_avx512(const Inputs& in,
                                                              const Persons& persons,
                                                              std::uint32_t* out) {
  std::size_t done = 0;
  while (persons.ids.size() - done > 2 * lanes) done = add_persons<4>(in, persons, done, out);
  while (persons.ids.size() > done) done = add_persons<1>(in, persons, done, out);
}

[[gnu::target("avx512f,avx512vl")]] void alternatives_avx512(const Inputs& in, std::uint32_t id,
                                                             std::span<std::uint32_t> out) {
  std::size_t done = 0;
  while (out.size() - done > 2 * lanes) done = add_alternatives<4>(in, id, done, out);
  if (out.size() - done > lanes) done = add_alternatives<2>(in, id, done, out);
  if (out.size() > done) add_alternatives<1>(in, id, done, out);
}

}  // namespace jtsim::philox
