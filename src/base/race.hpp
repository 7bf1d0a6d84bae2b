// Weighted choices as exponential races: the smallest of the keys -log2(u)/weight wins.
//
// An alternative wins with a probability proportional to its weight, the k smallest keys are a
// weighted sample without replacement, and whoever keeps his words keeps his choice when the
// weights of others change a little. That makes differences between policies far less noisy than a
// choice by cumulated weights.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "base/fill_draws.hpp"

namespace jtsim {

/// -log2(u)/weight for u in (0, 1), the arrival time of an alternative with that rate. Weight 0
/// gives inf: it never wins. Weights are not negative.
double race_key(double u, double weight);

/// Sets keys[i] = race_key(unit_interval(words[i]), weights[i]) for all i, bit for bit at every
/// level. All three have one length.
void race_keys(std::span<const std::uint32_t> words, std::span<const double> weights,
               std::span<double> keys, VectorLevel level = best_vector_level());

/// The index of the smallest key, ties to the lower index; none if all keys are inf.
std::optional<std::size_t> smallest_key(std::span<const double> keys);

/// The alternative that person `id` chooses, with probability weights[k] / sum of weights; none if
/// all weights are 0. Alternative k uses the word draw(luck, stream, id, month, number + k).
std::optional<std::size_t> pick(const Luck& luck, const Occasion& occasion, std::uint32_t id,
                                std::span<const double> weights,
                                VectorLevel level = best_vector_level());

/// A competitor and his key; in a tie the lower id comes first.
struct KeyedId {
  double key;
  std::uint32_t id;

  friend auto operator<=>(const KeyedId&, const KeyedId&) = default;
};

/// Reorders `entries` and returns those with the `k` smallest (key, id), ascending. Entries whose
/// key is inf never win, so there may be fewer than `k`. The order of `entries` before makes no
/// difference.
std::span<KeyedId> smallest_keys(std::size_t k, std::span<KeyedId> entries);

}  // namespace jtsim
