// Exponential races against their closed forms.
#include "base/race.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

#include "base/error.hpp"
#include "base/log2.hpp"
#include "tests/base/chi_square.hpp"

using namespace jtsim;

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr Luck luck{.seed = 77, .replicate = 2};
constexpr Occasion occasion{.stream = Stream::market_occupation, .month = 5};

std::vector<double> some_weights(std::size_t size) {
  std::vector<double> weights(size);
  for (std::uint32_t i = 0; i < size; ++i) {
    weights[i] = i % 5 == 2 ? 0 : uniform(luck, Stream::markov, i, 0);
  }
  return weights;
}

double key_of(std::uint32_t id, std::uint32_t alternative, double weight) {
  return race_key(unit_interval(draw(luck, occasion.stream, id, occasion.month, alternative)),
                  weight);
}

/// How often each alternative wins among 100,000 persons.
template <class Choice>
std::vector<double> wins(std::size_t alternatives, const Choice& choice) {
  std::vector<double> counts(alternatives);
  for (std::uint32_t id = 0; id < 100'000; ++id) counts[choice(id)]++;
  return counts;
}

std::vector<KeyedId> some_entries(std::uint32_t size) {
  std::vector<KeyedId> entries;
  for (std::uint32_t id = 0; id < size; ++id) {
    const std::uint32_t word = draw(luck, Stream::displacement, id, 3);
    // Few different keys, so that ties are frequent; some that never win.
    entries.push_back({word % 11 == 0 ? infinity : word % 13, id});
  }
  return entries;
}

}  // namespace

TEST_CASE("a key is -log2(u)/weight") {
  CHECK(race_key(0.5, 1) == 1);
  CHECK(race_key(0.25, 4) == 0.5);
  CHECK(race_key(0.5, 0) == infinity);
  CHECK(race_key(0.3, 0.7) == -log2_fixed(0.3) / 0.7);
  CHECK_THROWS_AS(race_key(0.5, -1), LogicFault);
  CHECK_THROWS_AS(race_key(0.5, std::numeric_limits<double>::quiet_NaN()), LogicFault);
}

TEST_CASE("keys of many equal keys of one, at every level") {
  for (std::uint32_t size = 0; size < 100; ++size) {
    const std::vector<double> weights = some_weights(size);
    std::vector<std::uint32_t> words(size);
    fill_draws(luck, occasion, 0, words);
    if (size > 1) words[0] = 0, words[1] = 0xffffffff;
    for (const VectorLevel level : available_vector_levels()) {
      std::vector<double> keys(size);
      race_keys(words, weights, keys, level);
      for (std::size_t i = 0; i < size; ++i) {
        REQUIRE(keys[i] == race_key(unit_interval(words[i]), weights[i]));
      }
    }
  }
}

TEST_CASE("the smallest key wins, ties go to the lower index") {
  CHECK(smallest_key(std::vector<double>{3, 1, 2, 1}) == 1);
  CHECK(smallest_key(std::vector<double>{infinity, 7}) == 1);
  CHECK_FALSE(smallest_key(std::vector<double>{infinity, infinity}).has_value());
  CHECK_FALSE(smallest_key(std::vector<double>{}).has_value());
}

TEST_CASE("a pick is the smallest key over the alternatives, at every level") {
  for (const std::size_t size : {1U, 2U, 12U, 63U, 64U, 65U, 300U}) {
    const std::vector<double> weights = some_weights(size);
    for (std::uint32_t id = 0; id < 50; ++id) {
      std::vector<double> keys;
      for (std::uint32_t k = 0; k < size; ++k) keys.push_back(key_of(id, k, weights[k]));
      for (const VectorLevel level : available_vector_levels()) {
        CHECK(pick(luck, occasion, id, weights, level) == smallest_key(keys));
      }
    }
  }
}

TEST_CASE("a pick among keys that differ in the last bits only is the smallest key") {
  // Weights that make all keys nearly 1.
  std::vector<double> weights;
  for (std::uint32_t k = 0; k < 100; ++k) weights.push_back(key_of(7, k, 1.0));
  std::vector<double> keys;
  for (std::uint32_t k = 0; k < 100; ++k) keys.push_back(key_of(7, k, weights[k]));
  for (const VectorLevel level : available_vector_levels()) {
    CHECK(pick(luck, occasion, 7, weights, level) == smallest_key(keys));
  }
}

TEST_CASE("nobody is picked if all weights are 0") {
  CHECK_FALSE(pick(luck, occasion, 1, std::vector<double>(100)).has_value());
  CHECK_FALSE(pick(luck, occasion, 1, std::vector<double>{}).has_value());
  CHECK_THROWS_AS(pick(luck, occasion, 1, std::vector<double>{1, -0.1}), LogicFault);
}

TEST_CASE("alternatives win in proportion to their weights, and other keys would be noticed") {
  const std::vector<double> weights{1, 2, 0, 3.5, 0.5, 8};
  std::vector<double> expected;
  for (const double w : weights) expected.push_back(100'000 * w / 15);
  const auto right =
      wins(weights.size(), [&](std::uint32_t id) { return *pick(luck, occasion, id, weights); });
  CHECK(right[2] == 0);
  CHECK_FALSE(chi_square(right, expected).exceeds_bound());

  // A common mistake: u / weight instead of -log2(u) / weight.
  const auto wrong = wins(weights.size(), [&](std::uint32_t id) {
    std::vector<double> keys;
    for (std::uint32_t k = 0; k < weights.size(); ++k) {
      const double u = unit_interval(draw(luck, occasion.stream, id, occasion.month, k));
      keys.push_back(weights[k] > 0 ? u / weights[k] : infinity);
    }
    return *smallest_key(keys);
  });
  CHECK(chi_square(wrong, expected).exceeds_bound());
}

TEST_CASE("a larger weight draws choosers to its own alternative only") {
  const std::vector<double> before{1, 1, 1, 1};
  const std::vector<double> after{1, 1, 2, 1};
  int moved = 0;
  for (std::uint32_t id = 0; id < 10'000; ++id) {
    const auto old_choice = pick(luck, occasion, id, before);
    const auto new_choice = pick(luck, occasion, id, after);
    if (old_choice == new_choice) continue;
    CHECK(new_choice == 2);
    ++moved;
  }
  // From 1/4 to 2/5 of 10,000; standard deviation below 36, so 180 is exceeded with probability
  // 6e-7.
  CHECK(std::abs(moved - 1500) < 180);
}

TEST_CASE("the k smallest keys come in order, ties by the lower id, whatever the order before") {
  const std::vector<KeyedId> entries = some_entries(300);
  std::vector<KeyedId> sorted = entries;
  std::sort(sorted.begin(), sorted.end());
  const auto racing = static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(), [](const KeyedId& entry) { return entry.key < infinity; }));
  for (const std::size_t k : {0UL, 1UL, 7UL, 150UL, racing, 300UL, 1000UL}) {
    std::vector<KeyedId> forwards = entries;
    std::vector<KeyedId> backwards(entries.rbegin(), entries.rend());
    const auto first = smallest_keys(k, forwards);
    const auto second = smallest_keys(k, backwards);
    CHECK(first.size() == std::min(k, racing));
    CHECK(std::equal(first.begin(), first.end(), sorted.begin()));
    CHECK(std::equal(first.begin(), first.end(), second.begin(), second.end()));
  }
}

TEST_CASE("the two smallest of three keys have the probabilities of drawing without replacement") {
  const std::vector<double> weights{1, 2, 3};
  // Who is left out: P(0) = 2/6 * 3/4 + 3/6 * 2/3 and so on.
  const std::vector<double> expected{100'000 * (2.0 / 6 * 3 / 4 + 3.0 / 6 * 2 / 3),
                                     100'000 * (1.0 / 6 * 3 / 5 + 3.0 / 6 * 1 / 3),
                                     100'000 * (1.0 / 6 * 2 / 5 + 2.0 / 6 * 1 / 4)};
  const auto left_out = wins(3, [&](std::uint32_t id) {
    std::vector<KeyedId> entries;
    for (std::uint32_t k = 0; k < 3; ++k) entries.push_back({key_of(id, k, weights[k]), k});
    const auto chosen = smallest_keys(2, entries);
    return 3 - chosen[0].id - chosen[1].id;
  });
  CHECK_FALSE(chi_square(left_out, expected).exceeds_bound());
}
