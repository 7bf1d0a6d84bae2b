// The kind `markov` against a plain retelling of its rule, and its books.
#include "agents/markov.hpp"

#include <algorithm>

#include <doctest/doctest.h>

#include "agents/workers.hpp"
#include "tests/support/markov_chain.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::agents;

constexpr std::size_t states = enum_size<MarkovState>;

/// One worker's life, told word by word as the comment of `MarkovPopulation` says.
MarkovState retold_state(const MarkovInputs& inputs, const Luck& luck, std::uint32_t worker,
                         const MarkovPopulation& population) {
  const auto shares = inputs.settings.initial_shares.by_state();
  const double u = unit_interval(draw(luck, Stream::markov, worker, 0));
  std::size_t state = 0;
  double sum = shares.values[0];
  while (state + 1 < states && u >= sum) sum += shares.values[++state];
  for (Month now = inputs.start; now < inputs.end; now = now + 1) {
    const std::size_t band = inputs.rates.band_of(age_years(population.births()[worker], now));
    const auto& row = inputs.rates.bands[band][population.educations()[worker]].values[state];
    const auto month = static_cast<std::uint16_t>(now + 1 - inputs.start);
    const double v = unit_interval(draw(luck, Stream::markov, worker, month));
    double bound = 0;
    for (std::size_t to = 0; to < states; ++to) {
      if (to == state) continue;
      bound += row.values[to];
      if (v >= bound) continue;
      state = to;
      break;
    }
  }
  return static_cast<MarkovState>(state);
}

TEST_CASE("every worker ends where a plain retelling of the rule ends") {
  const MarkovInputs inputs = markov_example();
  const Luck luck{7, 3};
  MarkovPopulation population(inputs, luck);
  const std::vector<Month> births(population.births().begin(), population.births().end());
  population.advance(inputs.end - inputs.start);
  for (std::uint32_t worker = 0; worker < population.states().size(); ++worker) {
    CAPTURE(worker);
    CHECK(population.births()[worker] == births[worker]);
    CHECK(population.states()[worker] == retold_state(inputs, luck, worker, population));
  }
}

TEST_CASE("threads, vector levels and batches of months change nothing") {
  MarkovInputs inputs = markov_example();
  inputs.settings.workers = 2 * scan_block_size + 1'237;
  const Luck luck{11, 0};
  MarkovPopulation reference(inputs, luck, VectorLevel::portable);
  const std::vector<MarkovMonth> at_once = reference.advance(36);
  for (const VectorLevel level : available_vector_levels()) {
    for (const std::size_t threads : {1U, 2U, 3U, 7U}) {
      CAPTURE(static_cast<int>(level));
      CAPTURE(threads);
      ThreadLimit(threads).run([&] {
        MarkovPopulation population(inputs, luck, level);
        std::vector<MarkovMonth> months = population.advance(1);
        for (const int batch : {2, 12, 21}) {
          for (const MarkovMonth& month : population.advance(batch)) months.push_back(month);
        }
        CHECK(population.now() == inputs.start + 36);
        CHECK(std::ranges::equal(population.states(), reference.states()));
        CHECK(std::ranges::equal(population.births(), reference.births()));
        CHECK(std::ranges::equal(months, at_once, [](const auto& a, const auto& b) {
          return a.month == b.month && a.moves == b.moves && a.stock == b.stock;
        }));
      });
    }
  }
}

TEST_CASE("replicates and seeds have different luck") {
  const MarkovInputs inputs = markov_example();
  MarkovPopulation one(inputs, {1, 0});
  MarkovPopulation other_replicate(inputs, {1, 1});
  MarkovPopulation other_seed(inputs, {2, 0});
  CHECK_FALSE(std::ranges::equal(one.births(), other_replicate.births()));
  CHECK_FALSE(std::ranges::equal(one.births(), other_seed.births()));
}

TEST_CASE("ages at the start lie between the youngest and the oldest") {
  MarkovInputs inputs = markov_example();
  inputs.settings.workers = 200'000;
  const MarkovPopulation population(inputs, {1, 0});
  const auto [oldest, youngest] = std::ranges::minmax(population.births());
  CHECK(inputs.start - youngest == 22 * 12);
  CHECK(inputs.start - oldest == 51 * 12 + 11);
}

TEST_CASE("nobody moves with probability 0 and nobody leaves a state without a way out") {
  MarkovInputs inputs = markov_example();
  for (auto& band : inputs.rates.bands) {
    for (auto& matrix : band.values) {
      matrix[MarkovState::retired] = {};
      for (auto& row : matrix.values) row[MarkovState::employed_mining] = 0;
    }
  }
  MarkovPopulation population(inputs, {1, 0});
  MarkovStock before = population.stock();
  for (const MarkovMonth& month : population.advance(60)) {
    CHECK(month.stock[MarkovState::retired] >= before[MarkovState::retired]);
    CHECK(month.stock[MarkovState::employed_mining] <= before[MarkovState::employed_mining]);
    before = month.stock;
  }
  CHECK(before[MarkovState::retired] > population.states().size() / 2);
}

TEST_CASE("stocks and flows of the books agree from year to year") {
  const MarkovInputs inputs = markov_example();
  MarkovPopulation population(inputs, {1, 0});
  Tallies tallies;
  tallies.stock.resize(1);
  MarkovStock year_start = population.stock();
  for (const MarkovMonth& month : population.advance(60)) {
    book(month, tallies);
    if (!month.month.is_year_end()) continue;
    for (const MarkovState s : all_of_enum<MarkovState>()) {
      const std::size_t at = index_of(state_of_markov[s]);
      std::int32_t change = 0;
      for (std::size_t other = 0; other < enum_size<State>; ++other)
        change += tallies.flow[other][at] - tallies.flow[at][other];
      CHECK(month.stock[s] == year_start[s] + change);
      CHECK(month.stock[s] == tallies.stock.front()[state_of_markov[s]]);
    }
    year_start = month.stock;
  }
}

}  // namespace
