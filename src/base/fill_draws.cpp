// Portable Philox4x32-10, and the choice among its versions.
#include "base/fill_draws.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/philox.hpp"

namespace jtsim {

namespace philox {

namespace {

std::array<std::uint32_t, words_per_block> words_of(const Inputs& in, std::uint32_t block) {
  std::array<std::uint32_t, words_per_block> x{block, in.number, in.stream_and_month, in.replicate};
  std::uint32_t key_0 = in.key_low;
  std::uint32_t key_1 = in.key_high;
  for (int round = 0; round < rounds; ++round) {
    const std::uint64_t product_0 = std::uint64_t{multiplier_0} * x[0];
    const std::uint64_t product_1 = std::uint64_t{multiplier_1} * x[2];
    x = {static_cast<std::uint32_t>(product_1 >> 32) ^ x[1] ^ key_0,
         static_cast<std::uint32_t>(product_1),
         static_cast<std::uint32_t>(product_0 >> 32) ^ x[3] ^ key_1,
         static_cast<std::uint32_t>(product_0)};
    key_0 += key_step_0;
    key_1 += key_step_1;
  }
  return x;
}

}  // namespace

std::size_t fill_portable(const Inputs& in, std::uint32_t first_block, std::size_t blocks,
                          std::uint32_t* out) {
  for (std::size_t b = 0; b < blocks; ++b) {
    const auto words = words_of(in, first_block + static_cast<std::uint32_t>(b));
    std::copy(words.begin(), words.end(), out + words_per_block * b);
  }
  return blocks;
}

std::size_t listed_portable(const Inputs& in, std::span<const std::uint32_t> blocks,
                            std::uint32_t* out) {
  for (std::size_t b = 0; b < blocks.size(); ++b) {
    const auto words = words_of(in, blocks[b]);
    std::copy(words.begin(), words.end(), out + words_per_block * b);
  }
  return blocks.size();
}

void each_portable(const Inputs& in, const Persons& persons, std::uint32_t* out) {
  Inputs one = in;
  for (std::size_t i = 0; i < persons.ids.size(); ++i) {
    const std::uint32_t id = persons.ids[i];
    if (!persons.months.empty()) one.stream_and_month = in.stream_and_month | persons.months[i];
    out[i] = words_of(one, id / words_per_block)[id % words_per_block];
  }
}

void alternatives_portable(const Inputs& in, std::uint32_t id, std::span<std::uint32_t> out) {
  Inputs one = in;
  for (std::uint32_t& word : out) {
    word = words_of(one, id / words_per_block)[id % words_per_block];
    ++one.number;
  }
}

}  // namespace philox

namespace {

constexpr std::uint64_t ids = std::uint64_t{1} << 32;

std::size_t fill_whole_groups(const philox::Inputs& in, std::uint32_t first_block,
                              std::span<std::uint32_t> out, VectorLevel level) {
  const std::size_t blocks = out.size() / words_per_block;
  switch (level) {
    case VectorLevel::portable:
      return 0;
    case VectorLevel::avx2:
      return philox::fill_avx2(in, first_block, blocks, out.data());
    case VectorLevel::avx512:
      return philox::fill_avx512(in, first_block, blocks, out.data());
  }
  return 0;
}

}  // namespace

void fill_draws(const Luck& luck, const Occasion& occasion, std::uint32_t first_id,
                std::span<std::uint32_t> out, VectorLevel level) {
  expect(first_id % words_per_block == 0, "fill_draws starts at a multiple of 4");
  expect(out.size() <= ids - first_id, "ids have 32 bits");
  const philox::Inputs in = philox::inputs_of(luck, occasion);
  const std::uint32_t first_block = first_id / words_per_block;
  const std::size_t blocks = out.size() / words_per_block;

  const std::size_t done = fill_whole_groups(in, first_block, out, level);
  philox::fill_portable(in, first_block + static_cast<std::uint32_t>(done), blocks - done,
                        out.data() + words_per_block * done);

  const std::size_t rest = out.size() % words_per_block;
  if (rest == 0) return;
  std::array<std::uint32_t, words_per_block> last;
  philox::fill_portable(in, first_block + static_cast<std::uint32_t>(blocks), 1, last.data());
  std::copy_n(last.begin(), rest, out.end() - static_cast<std::ptrdiff_t>(rest));
}

void fill_listed_blocks(const Luck& luck, const Occasion& occasion,
                        std::span<const std::uint32_t> blocks, std::span<std::uint32_t> out,
                        VectorLevel level) {
  expect(out.size() == words_per_block * blocks.size(), "a block has four words");
  const philox::Inputs in = philox::inputs_of(luck, occasion);
  std::size_t done = 0;
  if (level == VectorLevel::avx2) done = philox::listed_avx2(in, blocks, out.data());
  if (level == VectorLevel::avx512) done = philox::listed_avx512(in, blocks, out.data());
  philox::listed_portable(in, blocks.subspan(done), out.data() + words_per_block * done);
}

void draw_each(const Luck& luck, const Occasion& occasion, std::span<const std::uint32_t> ids,
               std::span<const std::uint16_t> months, std::span<std::uint32_t> out,
               VectorLevel level) {
  expect(ids.size() == out.size(), "one word per person");
  const bool own_months = ids.size() == months.size() && occasion.month == 0;
  expect(own_months || months.empty(), "everybody's own month, or one for all");
  const philox::Inputs in = philox::inputs_of(luck, occasion);
  switch (level) {
    case VectorLevel::portable:
      return philox::each_portable(in, {ids, months}, out.data());
    case VectorLevel::avx2:
      return philox::each_avx2(in, {ids, months}, out.data());
    case VectorLevel::avx512:
      return philox::each_avx512(in, {ids, months}, out.data());
  }
}

void fill_alternatives(const Luck& luck, const Occasion& occasion, std::uint32_t id,
                       std::span<std::uint32_t> out, VectorLevel level) {
  expect(out.size() <= ids - occasion.number, "draw numbers have 32 bits");
  const philox::Inputs in = philox::inputs_of(luck, occasion);
  switch (level) {
    case VectorLevel::portable:
      return philox::alternatives_portable(in, id, out);
    case VectorLevel::avx2:
      return philox::alternatives_avx2(in, id, out);
    case VectorLevel::avx512:
      return philox::alternatives_avx512(in, id, out);
  }
}

}  // namespace jtsim
