// Speed of the kind `markov`: detection of events and monthly stocks, nothing else.
#include <numeric>

#include <benchmark/benchmark.h>

#include "agents/markov.hpp"
#include "base/parallel.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::agents;

constexpr int months = 240;
constexpr int months_per_batch = Month::per_year;

/// Twelve age bands of rates close to those of configs/checks/markov_transitions.csv: 2.5 % of
/// workers move a month.
MarkovInputs inputs_of(int workers) {
  MarkovInputs inputs{.start = Month::of(2020, 12),
                      .end = Month::of(2020, 12) + months,
                      .settings = {},
                      .rates = {}};
  inputs.settings.workers = workers;
  using enum MarkovState;
  for (int band = 0; band < 12; ++band) {
    inputs.rates.age_from_years.push_back(band == 0 ? 16 : 15 + 5 * band);
    auto& rates = inputs.rates.bands.emplace_back();
    for (auto& r : rates.values) {
      for (const MarkovState from : {employed_mining, employed_new_energy, employed_tertiary}) {
        r[from][unemployed] = 0.013;
        r[from][retired] = band < 8 ? 0 : 0.01 * (band - 7);
      }
      r[employed_mining][employed_tertiary] = 0.010;
      r[employed_new_energy][employed_tertiary] = 0.010;
      r[employed_tertiary][employed_mining] = 0.010;
      r[unemployed] = {{0.02, 0.01, 0.06, 0, band < 8 ? 0 : 0.01}};
    }
  }
  return inputs;
}

/// Arguments: workers, threads, vector level. `per_thread` is worker-months per second and thread.
void run_markov(benchmark::State& state) {
  const MarkovInputs inputs = inputs_of(static_cast<int>(state.range(0)));
  const auto threads = static_cast<std::size_t>(state.range(1));
  const auto level = static_cast<VectorLevel>(state.range(2));
  if (level > best_vector_level()) return state.SkipWithError("not on this machine");
  double moves = 0;
  ThreadLimit(threads).run([&] {
    for (auto _ : state) {
      MarkovPopulation population(inputs, {.seed = 1, .replicate = 0}, level);
      for (int month = 0; month < months; month += months_per_batch) {
        for (const MarkovMonth& m : population.advance(months_per_batch)) {
          for (const auto& row : m.moves) moves = std::accumulate(row.begin(), row.end(), moves);
        }
      }
    }
  });
  const double worker_months =
      static_cast<double>(state.iterations()) * static_cast<double>(state.range(0)) * months;
  state.counters["moving_share"] = moves / worker_months;
  state.counters["per_thread"] =
      benchmark::Counter(worker_months / static_cast<double>(threads), benchmark::Counter::kIsRate);
}

BENCHMARK(run_markov)
    ->ArgNames({"workers", "threads", "level"})
    ->Args({4'000'000, 1, static_cast<int>(VectorLevel::avx512)})
    ->Args({4'000'000, 2, static_cast<int>(VectorLevel::avx512)})
    ->Args({4'000'000, 1, static_cast<int>(VectorLevel::avx2)})
    ->Args({4'000'000, 1, static_cast<int>(VectorLevel::portable)})
    ->UseRealTime()
    ->MeasureProcessCPUTime()
    ->Unit(benchmark::kMillisecond);

}  // namespace
