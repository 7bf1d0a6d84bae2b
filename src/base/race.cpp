// Race keys, one by one or as vectorised loops, and their winners.
#include "base/race.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "base/error.hpp"
#include "base/log2.hpp"

namespace jtsim {

namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

constexpr std::size_t keys_at_once = 16;

/// A fixed number of keys by plain loops, which the compiler turns into vectors. u >= 2^-33 is a
/// normal number, so the kernel needs no special cases; the divisor is never 0, so the division
/// needs no branch.
[[gnu::always_inline]] inline void some_keys(const std::uint32_t* words, const double* weights,
                                             double* keys) {
  double divisors[keys_at_once];
  for (std::size_t i = 0; i < keys_at_once; ++i) divisors[i] = weights[i] > 0 ? weights[i] : 1;
  for (std::size_t i = 0; i < keys_at_once; ++i) {
    keys[i] = -log2_kernel::log2_sum(unit_interval(words[i])).high / divisors[i];
  }
  for (std::size_t i = 0; i < keys_at_once; ++i) keys[i] = weights[i] > 0 ? keys[i] : infinity;
}

/// The loop that is compiled once per level; `size` is a multiple of `keys_at_once`.
[[gnu::always_inline]] inline void fill_keys(const std::uint32_t* words, const double* weights,
                                             std::size_t size, double* keys) {
  for (std::size_t i = 0; i < size; i += keys_at_once) some_keys(words + i, weights + i, keys + i);
}

void fill_keys_portable(const std::uint32_t* words, const double* weights, std::size_t size,
                        double* keys) {
  fill_keys(words, weights, size, keys);
}

[[gnu::target("avx2")]] void fill_keys_avx2(const std::uint32_t* words, const double* weights,
                                            std::size_t size, double* keys) {
  fill_keys(words, weights, size, keys);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void fill_keys_avx512(
    const std::uint32_t* words, const double* weights, std::size_t size, double* keys) {
  fill_keys(words, weights, size, keys);
}

void fill_keys_at(VectorLevel level, const std::uint32_t* words, const double* weights,
                  std::size_t size, double* keys) {
  switch (level) {
    case VectorLevel::portable:
      return fill_keys_portable(words, weights, size, keys);
    case VectorLevel::avx2:
      return fill_keys_avx2(words, weights, size, keys);
    case VectorLevel::avx512:
      return fill_keys_avx512(words, weights, size, keys);
  }
}

bool all_valid(std::span<const double> weights) {
  bool valid = true;
  for (const double w : weights) valid &= w >= 0;
  return valid;
}

}  // namespace

double race_key(double u, double weight) {
  expect(weight >= 0, "a weight is not negative");
  return weight > 0 ? -log2_fixed(u) / weight : infinity;
}

void race_keys(std::span<const std::uint32_t> words, std::span<const double> weights,
               std::span<double> keys, VectorLevel level) {
  expect(words.size() == weights.size() && keys.size() == weights.size(),
         "one word, weight and key per alternative");
  expect(all_valid(weights), "a weight is not negative");
  const std::size_t rest = keys.size() % keys_at_once;
  const std::size_t whole = keys.size() - rest;
  fill_keys_at(level, words.data(), weights.data(), whole, keys.data());
  if (rest == 0) return;
  std::array<std::uint32_t, keys_at_once> last_words{};
  std::array<double, keys_at_once> last_weights{};
  std::array<double, keys_at_once> last_keys;
  std::copy(words.begin() + static_cast<std::ptrdiff_t>(whole), words.end(), last_words.begin());
  std::copy(weights.begin() + static_cast<std::ptrdiff_t>(whole), weights.end(),
            last_weights.begin());
  fill_keys_at(level, last_words.data(), last_weights.data(), keys_at_once, last_keys.data());
  std::copy_n(last_keys.begin(), rest, keys.begin() + static_cast<std::ptrdiff_t>(whole));
}

std::optional<std::size_t> smallest_key(std::span<const double> keys) {
  double smallest = infinity;
  std::optional<std::size_t> winner;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] < smallest) {
      smallest = keys[i];
      winner = i;
    }
  }
  return winner;
}

std::optional<std::size_t> pick(const Luck& luck, const Occasion& occasion, std::uint32_t id,
                                std::span<const double> weights, VectorLevel level) {
  constexpr std::size_t at_once = 64;
  std::array<std::uint32_t, at_once> words;
  std::array<double, at_once> keys;
  double smallest = infinity;
  std::optional<std::size_t> winner;
  for (std::size_t begin = 0; begin < weights.size(); begin += at_once) {
    const std::span<const double> part =
        weights.subspan(begin, std::min(at_once, weights.size() - begin));
    const std::span<std::uint32_t> part_words = std::span(words).first(part.size());
    const std::span<double> part_keys = std::span(keys).first(part.size());
    Occasion shifted = occasion;
    shifted.number += static_cast<std::uint32_t>(begin);
    fill_alternatives(luck, shifted, id, part_words, level);
    race_keys(part_words, part, part_keys, level);
    const auto best = smallest_key(part_keys);
    if (best && part_keys[*best] < smallest) {
      smallest = part_keys[*best];
      winner = begin + *best;
    }
  }
  return winner;
}

std::span<KeyedId> smallest_keys(std::size_t k, std::span<KeyedId> entries) {
  const auto racing = std::partition(entries.begin(), entries.end(),
                                     [](const KeyedId& entry) { return entry.key < infinity; });
  const std::size_t size =
      std::min(k, static_cast<std::size_t>(std::distance(entries.begin(), racing)));
  const auto end = entries.begin() + static_cast<std::ptrdiff_t>(size);
  if (end != racing) std::nth_element(entries.begin(), end, racing);
  std::sort(entries.begin(), end);
  return entries.first(size);
}

}  // namespace jtsim
