// One pass over the random words of all rows, run by run of consecutive ids.
#include "agents/scan.hpp"

#include <algorithm>
#include <array>

#include "base/fill_draws.hpp"
#include "base/hazard_scan.hpp"

namespace jtsim::agents {

namespace {

struct Run {
  std::uint32_t first_row;
  std::uint32_t rows;
  std::uint32_t first_id;
};

void scan_block(const World& world, const Occasion& occasion, const Run& run, std::uint32_t limit,
                std::vector<Candidate>& out) {
  std::array<std::uint32_t, scan_block_size + words_per_block> words;
  std::array<std::uint32_t, scan_block_size> hits;
  // A block of the generator serves four ids: begin with the block of the first id and skip what
  // lies before it.
  const std::uint32_t skipped = run.first_id % words_per_block;
  const std::span<std::uint32_t> filled(words.data(), run.rows + skipped);
  fill_draws(world.luck, occasion, run.first_id - skipped, filled);
  const auto own = filled.subspan(skipped);
  const std::size_t found = select_below(own, limit, hits);
  for (std::size_t i = 0; i < found; ++i)
    out.push_back({Row{run.first_row + hits[i]}, own[hits[i]]});
}

}  // namespace

void candidates_below(const World& world, Stream stream, std::uint32_t limit,
                      std::vector<Candidate>& out) {
  out.clear();
  const Occasion occasion{stream, draw_month(world), 0};
  const std::size_t rows = world.workers.size();
  for (std::size_t r = 0; r < world.id_runs.size(); ++r) {
    const std::size_t begin = world.id_runs[r].index();
    const std::size_t end = r + 1 < world.id_runs.size() ? world.id_runs[r + 1].index() : rows;
    for (std::size_t first = begin; first < end; first += scan_block_size) {
      const Run run{static_cast<std::uint32_t>(first),
                    static_cast<std::uint32_t>(std::min<std::size_t>(scan_block_size, end - first)),
                    world.workers.id[Row{first}]};
      scan_block(world, occasion, run, limit, out);
    }
  }
}

}  // namespace jtsim::agents
