// Race keys, one by one or as vectorised loops, and their winners.
#include "base/race.hpp"

#include <algorithm>
#include <array>
#include <bit>
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

/// log2(1 + f) on the range of `log2_kernel::split`: the polynomial of degree 5 through Chebyshev
/// points, off by at most 1.44e-5. The bound leaves room for rounding.
constexpr double rough_error = 2e-5;
constexpr std::array<double, 6> rough_coefficients{-7.860567235853932e-06, 1.4425321895448462,
                                                   -0.72006373562493,      0.48763892819737853,
                                                   -0.39541311748552715,   0.24849784511652723};

[[gnu::always_inline]] constexpr double rough_log2(double f) {
  double sum = 0;
  for (std::size_t k = rough_coefficients.size(); k-- > 0;) sum = sum * f + rough_coefficients[k];
  return sum;
}

constexpr std::size_t picked_at_once = 64;

/// Bounds of the keys of at most `picked_at_once` alternatives.
struct Bounds {
  std::array<double, picked_at_once> lower;
  /// The smallest of all upper bounds.
  double least_upper;
  /// Is no weight negative?
  bool all_valid;
};

/// Cheaper than the keys. What is chosen by a condition and what is computed stand in loops of
/// their own, over a length that the compiler does not know: such loops it turns into vectors.
[[gnu::always_inline]] inline void fill_bounds(std::span<const std::uint32_t> words,
                                               std::span<const double> weights, Bounds& bounds) {
  double divisor[picked_at_once];
  double lower[picked_at_once];
  double upper[picked_at_once];
  double weight[picked_at_once];
  std::uint32_t word[picked_at_once];
  const std::size_t size = (words.size() + keys_at_once - 1) & ~(keys_at_once - 1);
  for (std::size_t i = size - keys_at_once; i < size; ++i) weight[i] = 0;
  for (std::size_t i = size - keys_at_once; i < size; ++i) word[i] = 0;
  for (std::size_t i = 0; i < words.size(); ++i) weight[i] = weights[i];
  for (std::size_t i = 0; i < words.size(); ++i) word[i] = words[i];
  for (std::size_t i = 0; i < size; ++i) divisor[i] = weight[i] > 0 ? weight[i] : 1.0;
  for (std::size_t i = 0; i < size; ++i) {
    const auto [exponent, fraction] = log2_kernel::split(unit_interval(word[i]));
    const double rough = -(exponent + rough_log2(fraction));
    // This loses far less than `rough_error` has to spare.
    const double inverse = 1.0 / divisor[i];
    lower[i] = (rough - rough_error) * inverse;
    upper[i] = (rough + rough_error) * inverse;
  }
  // Upper bounds are positive: their order is that of their bits.
  std::uint64_t least = std::bit_cast<std::uint64_t>(infinity);
  std::uint64_t invalid = 0;
  for (std::size_t i = 0; i < size; ++i) {
    bounds.lower[i] = weight[i] > 0 ? lower[i] : infinity;
    const double finite = weight[i] > 0 ? upper[i] : infinity;
    least = std::min(least, std::bit_cast<std::uint64_t>(finite));
    invalid += weight[i] >= 0 ? 0U : 1U;
  }
  bounds.least_upper = std::bit_cast<double>(least);
  bounds.all_valid = invalid == 0;
}

[[gnu::target("avx2")]] void fill_bounds_avx2(std::span<const std::uint32_t> words,
                                              std::span<const double> weights, Bounds& bounds) {
  fill_bounds(words, weights, bounds);
}

[[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]] void fill_bounds_avx512(
    std::span<const std::uint32_t> words, std::span<const double> weights, Bounds& bounds) {
  fill_bounds(words, weights, bounds);
}

void fill_bounds_at(VectorLevel level, std::span<const std::uint32_t> words,
                    std::span<const double> weights, Bounds& bounds) {
  switch (level) {
    case VectorLevel::portable:
      return fill_bounds(words, weights, bounds);
    case VectorLevel::avx2:
      return fill_bounds_avx2(words, weights, bounds);
    case VectorLevel::avx512:
      return fill_bounds_avx512(words, weights, bounds);
  }
}

/// The smallest key so far.
struct Winner {
  std::optional<std::size_t> index;
  double key = infinity;
};

/// Lets alternatives compete whose first has the number `begin`. Exact keys are computed only of
/// those whose bounds leave them a chance: hardly ever more than one, and of one alone only if
/// others follow.
void consider(std::span<const std::uint32_t> words, std::span<const double> weights,
              std::size_t begin, Winner& winner, VectorLevel level) {
  Bounds bounds;
  fill_bounds_at(level, words, weights, bounds);
  expect(bounds.all_valid, "a weight is not negative");
  const double reach = std::min(winner.key, bounds.least_upper);
  if (reach == infinity) return;
  std::array<std::uint32_t, picked_at_once> chances;
  std::size_t count = 0;
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    chances[count] = i;
    count += bounds.lower[i] <= reach ? 1U : 0U;
  }
  if (count == 1 && begin == 0 && words.size() < picked_at_once) {
    winner.index = chances[0];
    return;
  }
  for (const std::uint32_t i : std::span(chances).first(count)) {
    const double key = race_key(unit_interval(words[i]), weights[i]);
    if (key < winner.key) winner = {begin + i, key};
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
  std::array<std::uint32_t, picked_at_once> words;
  Winner winner;
  for (std::size_t begin = 0; begin < weights.size(); begin += picked_at_once) {
    const auto part = weights.subspan(begin, std::min(picked_at_once, weights.size() - begin));
    const auto part_words = std::span(words).first(part.size());
    Occasion shifted = occasion;
    shifted.number += static_cast<std::uint32_t>(begin);
    fill_alternatives(luck, shifted, id, part_words, level);
    consider(part_words, part, begin, winner, level);
  }
  return winner.index;
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
