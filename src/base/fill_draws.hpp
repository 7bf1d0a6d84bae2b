// Many random words at once: the fast way to what `draw` gives one by one.
#pragma once

#include <cstdint>
#include <span>

#include "base/random.hpp"
#include "base/vector_level.hpp"

namespace jtsim {

/// Sets out[i] = draw(luck, stream, first_id + i, month, number) for all i, bit for bit at every
/// level. `first_id` is a multiple of 4; `first_id` + `out.size()` is at most 2^32.
void fill_draws(const Luck& luck, const Occasion& occasion, std::uint32_t first_id,
                std::span<std::uint32_t> out, VectorLevel level = best_vector_level());

/// Sets the four words of every block in a list, as `draw_block` gives them, one block after the
/// other. `out` is four times as long as `blocks`.
void fill_listed_blocks(const Luck& luck, const Occasion& occasion,
                        std::span<const std::uint32_t> blocks, std::span<std::uint32_t> out,
                        VectorLevel level = best_vector_level());

/// Sets out[i] = draw(luck, stream, ids[i], months[i], number) for all i: persons in any order,
/// each with a month of his own. The occasion's month is 0 and all three lists have one length, or
/// `months` is empty and the occasion's month holds for all.
void draw_each(const Luck& luck, const Occasion& occasion, std::span<const std::uint32_t> ids,
               std::span<const std::uint16_t> months, std::span<std::uint32_t> out,
               VectorLevel level = best_vector_level());

/// Sets out[k] = draw(luck, stream, id, month, number + k) for all k: one person's draws over the
/// alternatives of a choice. `number` + `out.size()` is at most 2^32.
void fill_alternatives(const Luck& luck, const Occasion& occasion, std::uint32_t id,
                       std::span<std::uint32_t> out, VectorLevel level = best_vector_level());

}  // namespace jtsim
