// Speed of draws, race keys and the hazard scan, per word or per person, at every vector level of
// the machine.
#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include <benchmark/benchmark.h>

#include "base/fill_draws.hpp"
#include "base/hazard_scan.hpp"
#include "base/race.hpp"

namespace {

using namespace jtsim;

constexpr Luck luck{.seed = 1, .replicate = 2};

VectorLevel level_of(const benchmark::State& state) {
  return static_cast<VectorLevel>(state.range(0));
}

/// Shows the time per item beside the time per iteration.
void count_items(benchmark::State& state, std::size_t per_iteration) {
  const double items = static_cast<double>(state.iterations()) * static_cast<double>(per_iteration);
  state.counters["per_item"] =
      benchmark::Counter(items, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
}

void every_level(benchmark::internal::Benchmark* bench) {
  for (const VectorLevel level : available_vector_levels()) bench->Arg(static_cast<int>(level));
}

void one_draw(benchmark::State& state) {
  std::uint32_t id = 0;
  for (auto _ : state) benchmark::DoNotOptimize(draw(luck, Stream::quit, id++, 3));
}
BENCHMARK(one_draw);

void one_uniform(benchmark::State& state) {
  std::uint32_t id = 0;
  for (auto _ : state) benchmark::DoNotOptimize(uniform(luck, Stream::quit, id++, 3));
}
BENCHMARK(one_uniform);

void words_of_a_block(benchmark::State& state) {
  std::vector<std::uint32_t> words(scan_block_size);
  std::uint16_t month = 0;
  for (auto _ : state) {
    fill_draws(luck, {Stream::quit, month++}, 0, words, level_of(state));
    benchmark::ClobberMemory();
  }
  count_items(state, words.size());
}
BENCHMARK(words_of_a_block)->Apply(every_level);

/// A month of a million persons in eight classes; the second argument is the largest probability in
/// percent.
void scan_of_a_million(benchmark::State& state) {
  constexpr std::uint32_t persons = 1'000'000;
  constexpr int classes = 8;
  std::vector<std::uint32_t> thresholds;
  for (int c = 1; c <= classes; ++c) {
    thresholds.push_back(threshold(0.01 * static_cast<double>(state.range(1)) * c / classes));
  }
  std::vector<std::uint8_t> class_of(persons);
  for (std::uint32_t i = 0; i < persons; ++i) {
    class_of[i] = static_cast<std::uint8_t>(draw(luck, Stream::markov, i, 0) % classes);
  }
  std::vector<std::uint32_t> hits(scan_block_size);
  std::uint16_t month = 0;
  for (auto _ : state) {
    const Hazard hazard{luck, {Stream::quit, month++}, thresholds};
    for (std::uint32_t first = 0; first < persons; first += scan_block_size) {
      const std::size_t size = std::min<std::size_t>(scan_block_size, persons - first);
      benchmark::DoNotOptimize(
          hazard_scan(hazard, first, std::span<const std::uint8_t>(class_of).subspan(first, size),
                      hits, level_of(state)));
    }
  }
  count_items(state, persons);
}
BENCHMARK(scan_of_a_million)->Unit(benchmark::kMicrosecond)->Apply([](auto* bench) {
  for (const VectorLevel level : available_vector_levels()) {
    for (const int percent : {5, 40, 100}) bench->Args({static_cast<int>(level), percent});
  }
});

/// One person's choice among as many alternatives as the second argument says.
void pick_one(benchmark::State& state) {
  std::vector<double> weights(static_cast<std::size_t>(state.range(1)));
  for (std::uint32_t k = 0; k < weights.size(); ++k) {
    weights[k] = unit_interval(draw(luck, Stream::markov, k, 0));
  }
  std::uint32_t id = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(pick(luck, {Stream::search, 3}, id++, weights, level_of(state)));
  }
  count_items(state, weights.size());
}
BENCHMARK(pick_one)->Apply([](auto* bench) {
  for (const VectorLevel level : available_vector_levels()) {
    for (const int alternatives : {12, 20, 240}) {
      bench->Args({static_cast<int>(level), alternatives});
    }
  }
});

}  // namespace
