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

/// Sets out[k] = draw(luck, stream, id, month, number + k) for all k: one person's draws over the
/// alternatives of a choice. `number` + `out.size()` is at most 2^32.
void fill_alternatives(const Luck& luck, const Occasion& occasion, std::uint32_t id,
                       std::span<std::uint32_t> out, VectorLevel level = best_vector_level());

}  // namespace jtsim
