// The scan over words and classes, block by block.
#include "base/hazard_scan.hpp"

#include <algorithm>
#include <array>

#include "base/error.hpp"
#include "base/select_avx512.hpp"

namespace jtsim {

namespace {

/// Thresholds by class, and the largest of them: no word at or above it meets any.
struct Table {
  std::span<const std::uint32_t> thresholds;
  std::uint32_t largest = 0;
};

Table table_of(std::span<const std::uint32_t> thresholds) {
  std::uint32_t largest = 0;
  for (const std::uint32_t t : thresholds) largest = std::max(largest, t);
  return {thresholds, largest};
}

/// The words `select_below` keeps, without a branch that a random word could mislead.
std::size_t select_portable(std::span<const std::uint32_t> words, std::uint32_t limit,
                            std::size_t first, std::uint32_t* hits) {
  std::size_t count = 0;
  for (std::size_t i = first; i < words.size(); ++i) {
    hits[count] = static_cast<std::uint32_t>(i);
    count += static_cast<std::size_t>(words[i] < limit);
  }
  return count;
}

/// Two passes: words below the largest threshold of all, then those of them below their own.
template <class Class>
std::size_t detect(std::span<const std::uint32_t> words, const Table& table,
                   std::span<const Class> class_of, std::span<std::uint32_t> hits,
                   VectorLevel level) {
  expect(class_of.size() == words.size(), "one class per word");
  const std::size_t candidates = select_below(words, table.largest, hits, level);
  std::size_t count = 0;
  for (std::size_t c = 0; c < candidates; ++c) {
    const std::uint32_t i = hits[c];
    hits[count] = i;
    count += static_cast<std::size_t>(words[i] < table.thresholds[class_of[i]]);
  }
  return count;
}

template <class Class>
std::size_t scan(const Hazard& hazard, std::uint32_t first_id, std::span<const Class> class_of,
                 std::span<std::uint32_t> hits, VectorLevel level) {
  expect(hits.size() >= class_of.size(), "room for every index");
  constexpr std::size_t words_at_once = 2048;
  std::array<std::uint32_t, words_at_once> buffer;
  const Table table = table_of(hazard.thresholds);
  std::size_t count = 0;
  for (std::size_t begin = 0; begin < class_of.size(); begin += words_at_once) {
    const std::size_t size = std::min(words_at_once, class_of.size() - begin);
    const auto offset = static_cast<std::uint32_t>(begin);
    const std::span<std::uint32_t> words = std::span(buffer).first(size);
    fill_draws(hazard.luck, hazard.occasion, first_id + offset, words, level);
    const std::span<std::uint32_t> found = hits.subspan(count);
    const std::size_t added = detect(words, table, class_of.subspan(begin, size), found, level);
    for (std::uint32_t& index : found.first(added)) index += offset;
    count += added;
  }
  return count;
}

}  // namespace

std::size_t select_below(std::span<const std::uint32_t> words, std::uint32_t limit,
                         std::span<std::uint32_t> hits, VectorLevel level) {
  expect(hits.size() >= words.size(), "room for every index");
  const std::size_t whole =
      level == VectorLevel::avx512 ? words.size() - words.size() % select_group : 0;
  const std::size_t count = whole == 0 ? 0 : select_avx512(words.first(whole), limit, hits.data());
  return count + select_portable(words, limit, whole, hits.data() + count);
}

std::size_t detect_below(std::span<const std::uint32_t> words,
                         std::span<const std::uint32_t> thresholds,
                         std::span<const std::uint8_t> class_of, std::span<std::uint32_t> hits,
                         VectorLevel level) {
  return detect(words, table_of(thresholds), class_of, hits, level);
}

std::size_t detect_below(std::span<const std::uint32_t> words,
                         std::span<const std::uint32_t> thresholds,
                         std::span<const std::uint16_t> class_of, std::span<std::uint32_t> hits,
                         VectorLevel level) {
  return detect(words, table_of(thresholds), class_of, hits, level);
}

std::size_t hazard_scan(const Hazard& hazard, std::uint32_t first_id,
                        std::span<const std::uint8_t> class_of, std::span<std::uint32_t> hits,
                        VectorLevel level) {
  return scan(hazard, first_id, class_of, hits, level);
}

std::size_t hazard_scan(const Hazard& hazard, std::uint32_t first_id,
                        std::span<const std::uint16_t> class_of, std::span<std::uint32_t> hits,
                        VectorLevel level) {
  return scan(hazard, first_id, class_of, hits, level);
}

}  // namespace jtsim
