// One pass over the random words of all rows.
#include "agents/scan.hpp"

#include <algorithm>
#include <array>
#include <span>

#include "base/fill_draws.hpp"
#include "base/hazard_scan.hpp"

namespace jtsim::agents {

namespace {

using Words = std::array<std::uint32_t, scan_block_size>;

/// Calls `hit(position, word)` for every word below `limit`.
template <class Hit>
void for_each_below(std::span<const std::uint32_t> words, std::uint32_t limit, Hit&& hit) {
  Words hits;
  const std::size_t found = select_below(words, limit, hits);
  for (std::size_t i = 0; i < found; ++i) hit(hits[i], words[hits[i]]);
}

void scan_initial(const World& world, const Occasion& occasion, std::uint32_t limit,
                  std::vector<Candidate>& out) {
  Words words;
  const std::size_t rows = world.id_blocks.initial();
  for (std::size_t first = 0; first < rows; first += scan_block_size) {
    const auto filled = std::span(words).first(std::min(scan_block_size, rows - first));
    fill_draws(world.luck, occasion, static_cast<std::uint32_t>(first), filled);
    for_each_below(filled, limit, [&](std::uint32_t position, std::uint32_t word) {
      out.push_back({Row{first + position}, word});
    });
  }
}

void scan_later(const World& world, const Occasion& occasion, std::uint32_t limit,
                std::vector<Candidate>& out) {
  constexpr std::size_t blocks_at_once = scan_block_size / words_per_block;
  Words words;
  const std::span blocks(world.id_blocks.blocks());
  for (std::size_t first = 0; first < blocks.size(); first += blocks_at_once) {
    const auto here = blocks.subspan(first, std::min(blocks_at_once, blocks.size() - first));
    const auto filled = std::span(words).first(words_per_block * here.size());
    fill_listed_blocks(world.luck, occasion, here, filled);
    const Row* rows = world.id_blocks.rows().data() + words_per_block * first;
    for_each_below(filled, limit, [&](std::uint32_t position, std::uint32_t word) {
      if (!rows[position].is_none()) out.push_back({rows[position], word});
    });
  }
}

}  // namespace

void candidates_below(const World& world, Stream stream, std::uint32_t limit,
                      std::vector<Candidate>& out) {
  out.clear();
  const Occasion occasion{stream, draw_month(world), 0};
  scan_initial(world, occasion, limit, out);
  scan_later(world, occasion, limit, out);
}

}  // namespace jtsim::agents
