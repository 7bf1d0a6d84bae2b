// Compares 16 words at a time and packs the indices of those below the limit.
#include "base/select_avx512.hpp"

#include <immintrin.h>

namespace jtsim {

[[gnu::target("avx512f,popcnt")]] std::size_t select_avx512(std::span<const std::uint32_t> words,
                                                            std::uint32_t limit,
                                                            std::uint32_t* hits) {
  const __m512i limits = _mm512_set1_epi32(static_cast<int>(limit));
  const __m512i step = _mm512_set1_epi32(static_cast<int>(select_group));
  __m512i indices = _mm512_set_epi32(15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0);
  std::size_t count = 0;
  for (std::size_t i = 0; i < words.size(); i += select_group) {
    const __mmask16 below = _mm512_cmplt_epu32_mask(_mm512_loadu_si512(words.data() + i), limits);
    // A whole vector is stored each time (a compressing store is slow on some machines); what lies
    // beyond the count is overwritten by the next one. It fits because count <= i.
    _mm512_storeu_si512(hits + count, _mm512_maskz_compress_epi32(below, indices));
    count += static_cast<std::size_t>(_mm_popcnt_u32(below));
    indices = _mm512_add_epi32(indices, step);
  }
  return count;
}

}  // namespace jtsim
