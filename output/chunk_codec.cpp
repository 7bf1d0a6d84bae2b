// Shuffle, deflate, checksum.
#include "output/chunk_codec.hpp"

#include <algorithm>
#include <new>

#include <zlib.h>

#include "base/error.hpp"

namespace jtsim::output {

namespace {

/// First bytes of all elements, then all second bytes, and so on.
std::vector<std::byte> shuffled(std::span<const std::byte> elements, std::size_t element_bytes) {
  const std::size_t count = elements.size() / element_bytes;
  std::vector<std::byte> out(elements.size());
  for (std::size_t b = 0; b < element_bytes; ++b) {
    std::byte* to = out.data() + b * count;
    const std::byte* from = elements.data() + b;
    for (std::size_t i = 0; i < count; ++i) to[i] = from[i * element_bytes];
  }
  return out;
}

std::vector<std::byte> deflated(std::span<const std::byte> bytes) {
  uLongf size = compressBound(bytes.size());
  std::vector<std::byte> out(size);
  const int status =
      compress2(reinterpret_cast<Bytef*>(out.data()), &size,
                reinterpret_cast<const Bytef*>(bytes.data()), bytes.size(), deflate_level);
  if (status == Z_MEM_ERROR) throw std::bad_alloc();
  expect(status == Z_OK, "a chunk can be deflated");
  out.resize(size);
  return out;
}

/// One reduction step modulo 65,535.
std::uint32_t folded(std::uint32_t sum) { return (sum & 0xFFFF) + (sum >> 16); }

}  // namespace

std::uint32_t fletcher32(std::span<const std::byte> bytes) {
  // So many words can be added before the second sum overflows 32 bits.
  constexpr std::size_t words_per_fold = 360;
  std::uint32_t sum1 = 0;
  std::uint32_t sum2 = 0;
  const auto byte_at = [&](std::size_t i) { return std::to_integer<std::uint32_t>(bytes[i]); };
  const std::size_t words = bytes.size() / 2;
  for (std::size_t first = 0; first < words; first += words_per_fold) {
    const std::size_t last = std::min(words, first + words_per_fold);
    for (std::size_t i = first; i < last; ++i) {
      sum1 += byte_at(2 * i) << 8 | byte_at(2 * i + 1);
      sum2 += sum1;
    }
    sum1 = folded(sum1);
    sum2 = folded(sum2);
  }
  if (bytes.size() % 2 != 0) {
    sum1 += byte_at(bytes.size() - 1) << 8;
    sum2 += sum1;
    sum1 = folded(sum1);
    sum2 = folded(sum2);
  }
  return folded(sum2) << 16 | folded(sum1);
}

std::vector<std::byte> pack_chunk(std::span<const std::byte> elements, std::size_t element_bytes) {
  expect(elements.size() % element_bytes == 0, "a chunk holds whole elements");
  std::vector<std::byte> packed =
      element_bytes == 1 ? deflated(elements) : deflated(shuffled(elements, element_bytes));
  const std::uint32_t sum = fletcher32(packed);
  for (int shift = 0; shift < 32; shift += 8) {
    packed.push_back(static_cast<std::byte>(sum >> shift & 0xFF));
  }
  return packed;
}

}  // namespace jtsim::output
