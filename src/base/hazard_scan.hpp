// Finds the few persons to whom something happens this month among the many to whom it does not.
//
// The scan only reads: it returns a short ascending list, and the model's rules are written as
// plain code over that list. Most words are above every threshold in use, so a first pass over the
// words alone drops nearly everybody before anybody's class is looked at.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "base/fill_draws.hpp"

namespace jtsim {

/// Persons per block of a scan over a population: words and list of one block stay in the
/// first-level caches.
inline constexpr std::size_t scan_block_size = 8192;

/// Writes the indices i with words[i] < limit, ascending, to `hits` (at least as long as `words`)
/// and returns their number. `hits` beyond that number is scratch.
std::size_t select_below(std::span<const std::uint32_t> words, std::uint32_t limit,
                         std::span<std::uint32_t> hits, VectorLevel level = best_vector_level());

/// Writes the indices i with words[i] < thresholds[class_of[i]], ascending, to `hits` (at least as
/// long as `words`) and returns their number. Every class is below `thresholds.size()`.
std::size_t detect_below(std::span<const std::uint32_t> words,
                         std::span<const std::uint32_t> thresholds,
                         std::span<const std::uint8_t> class_of, std::span<std::uint32_t> hits,
                         VectorLevel level = best_vector_level());
std::size_t detect_below(std::span<const std::uint32_t> words,
                         std::span<const std::uint32_t> thresholds,
                         std::span<const std::uint16_t> class_of, std::span<std::uint32_t> hits,
                         VectorLevel level = best_vector_level());

/// One event that can happen to everybody once a month.
struct Hazard {
  Luck luck;
  Occasion occasion;
  /// `threshold(probability)` of each class.
  std::span<const std::uint32_t> thresholds;
};

/// Who among the persons `first_id`, `first_id` + 1, ... (one per element of `class_of`) meets the
/// event: writes their positions in `class_of`, ascending, to `hits` (at least as long) and returns
/// their number. Equal to `draw(...) < thresholds[class_of[i]]` one by one. `first_id` is a
/// multiple of 4.
std::size_t hazard_scan(const Hazard& hazard, std::uint32_t first_id,
                        std::span<const std::uint8_t> class_of, std::span<std::uint32_t> hits,
                        VectorLevel level = best_vector_level());
std::size_t hazard_scan(const Hazard& hazard, std::uint32_t first_id,
                        std::span<const std::uint16_t> class_of, std::span<std::uint32_t> hits,
                        VectorLevel level = best_vector_level());

}  // namespace jtsim
