// The 512-bit version of `select_below`.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace jtsim {

/// Words handled at a time.
inline constexpr std::size_t select_group = 16;

/// `select_below` for a whole number of groups; needs AVX-512F. Writes up to `words.size()`
/// elements of `hits`.
std::size_t select_avx512(std::span<const std::uint32_t> words, std::uint32_t limit,
                          std::uint32_t* hits);

}  // namespace jtsim
