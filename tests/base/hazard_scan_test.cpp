// The scan against the plain definition of an event, person by person.
#include "base/hazard_scan.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"

using namespace jtsim;

namespace {

constexpr Luck luck{.seed = 99, .replicate = 1};
constexpr Occasion occasion{.stream = Stream::separation, .month = 12};

/// Classes of `size` persons, at random below `classes`.
template <class Class>
std::vector<Class> classes_of(std::size_t size, std::uint32_t classes) {
  std::vector<Class> result(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    result[i] = static_cast<Class>(draw(luck, Stream::markov, i, 0) % classes);
  }
  return result;
}

template <class Class>
std::vector<std::uint32_t> scan(std::span<const std::uint32_t> thresholds,
                                const std::vector<Class>& class_of, std::uint32_t first_id,
                                VectorLevel level) {
  std::vector<std::uint32_t> hits(class_of.size());
  hits.resize(hazard_scan(Hazard{luck, occasion, thresholds}, first_id,
                          std::span<const Class>(class_of), hits, level));
  return hits;
}

template <class Class>
std::vector<std::uint32_t> one_by_one(std::span<const std::uint32_t> thresholds,
                                      const std::vector<Class>& class_of, std::uint32_t first_id) {
  std::vector<std::uint32_t> hits;
  for (std::uint32_t i = 0; i < class_of.size(); ++i) {
    const std::uint32_t word = draw(luck, occasion.stream, first_id + i, occasion.month);
    if (word < thresholds[class_of[i]]) hits.push_back(i);
  }
  return hits;
}

}  // namespace

TEST_CASE("the scan finds exactly those whose word is below their threshold") {
  const std::array tables = {
      std::vector<std::uint32_t>{threshold(0.001), threshold(0.01), threshold(0.05)},
      std::vector<std::uint32_t>{0, threshold(0.5), threshold(1)},
      std::vector<std::uint32_t>{0, 0, 0},
      std::vector<std::uint32_t>{threshold(1), threshold(1), threshold(1)}};
  for (const auto& thresholds : tables) {
    for (const std::size_t size : {0U, 1U, 15U, 16U, 17U, 2047U, 2048U, 2049U, 8192U, 10'001U}) {
      const auto narrow = classes_of<std::uint8_t>(size, 3);
      const auto wide = classes_of<std::uint16_t>(size, 3);
      const auto expected = one_by_one(thresholds, narrow, 8192);
      for (const VectorLevel level : available_vector_levels()) {
        CHECK(scan(thresholds, narrow, 8192, level) == expected);
        CHECK(scan(thresholds, wide, 8192, level) == expected);
      }
    }
  }
}

TEST_CASE("the scan serves tables of more than 256 classes") {
  std::vector<std::uint32_t> thresholds;
  for (int c = 0; c < 600; ++c) thresholds.push_back(threshold(0.0005 * c));
  const auto class_of = classes_of<std::uint16_t>(50'000, 600);
  const auto expected = one_by_one(thresholds, class_of, 0);
  for (const VectorLevel level : available_vector_levels()) {
    CHECK(scan(thresholds, class_of, 0, level) == expected);
  }
}

TEST_CASE("events happen as often as their probability says") {
  // A standard deviation of 99.5 around 10,000; 5 of them are exceeded with probability 6e-7.
  const std::vector<std::uint32_t> thresholds{threshold(0.01)};
  const std::vector<std::uint8_t> class_of(1'000'000);
  const auto hits = scan(thresholds, class_of, 0, best_vector_level());
  CHECK(std::abs(static_cast<double>(hits.size()) - 10'000) < 5 * std::sqrt(10'000 * 0.99));
}

TEST_CASE("a word equal to the limit is not below it") {
  const std::vector<std::uint32_t> words{0,  1,          2, 3, 4, 5, 6, 7, 8,         9,
                                         10, 0xffffffff, 5, 4, 3, 2, 5, 4, 0x80000000};
  for (const VectorLevel level : available_vector_levels()) {
    std::vector<std::uint32_t> hits(words.size());
    hits.resize(select_below(words, 5, hits, level));
    CHECK(hits == std::vector<std::uint32_t>{0, 1, 2, 3, 4, 13, 14, 15, 17});
    hits.assign(words.size(), 0);
    CHECK(select_below(words, 0, hits, level) == 0);
    CHECK(select_below(words, 0xffffffff, hits, level) == words.size() - 1);
    CHECK(hits.at(words.size() - 2) == words.size() - 1);
  }
}

TEST_CASE("detection looks up each word's own threshold") {
  const std::vector<std::uint32_t> words{10, 10, 10, 20, 20, 20};
  const std::vector<std::uint32_t> thresholds{5, 11, 21};
  const std::vector<std::uint8_t> class_of{0, 1, 2, 0, 1, 2};
  for (const VectorLevel level : available_vector_levels()) {
    std::vector<std::uint32_t> hits(words.size());
    hits.resize(detect_below(words, thresholds, class_of, hits, level));
    CHECK(hits == std::vector<std::uint32_t>{1, 2, 5});
  }
}

TEST_CASE("a list too short for every index is refused") {
  const std::vector<std::uint32_t> words(20);
  std::vector<std::uint32_t> hits(19);
  CHECK_THROWS_AS(select_below(words, 1, hits), LogicFault);
}
