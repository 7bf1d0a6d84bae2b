// The background's applicants in aggregate, against closed forms and against drawing every one.
#include "agents/background_hires.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "base/race.hpp"
#include "tests/support/individual_market.hpp"
#include "tests/support/market_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr std::uint32_t seed = 20;

/// Counts over many months of one and the same market.
struct Counts {
  /// [cell] vacancies filled by the background.
  std::vector<double> hired;
  /// [cell] persons hired from there.
  std::vector<double> origins;
  /// [cell] vacancies won by a test agent of weight 1 who applies to each of them.
  std::vector<double> won;
};

/// Keys of the test agents, the same law on both sides.
double agent_key(std::mt19937_64& engine) {
  return -std::log2(std::uniform_real_distribution<double>(0, 1)(engine));
}

void count_individually(const World& world, std::mt19937_64& engine, Counts& counts) {
  const IndividualMonth month = draw_individually(world, engine);
  std::size_t vacancy = 0;
  for (std::size_t cell = 0; cell < counts.hired.size(); ++cell) {
    for (int slot = 0; slot < world.market.vacancies[cell]; ++slot, ++vacancy) {
      if (agent_key(engine) < month.best_key[vacancy]) counts.won[cell] += 1;
      if (std::isinf(month.best_key[vacancy])) continue;
      counts.hired[cell] += 1;
      counts.origins[month.origin[vacancy]] += 1;
    }
  }
}

void count_in_aggregate(World& world, std::mt19937_64& engine, Counts& counts) {
  const std::vector<std::int32_t> unemployed = world.market.background_unemployed;
  const std::vector<std::int32_t> vacancies = world.market.vacancies;
  draw_background(world);
  const MarketScratch& s = world.scratch;
  for (std::size_t cell = 0; cell < vacancies.size(); ++cell) {
    for (std::uint32_t v = s.first_vacancy[cell]; v < s.first_vacancy[cell + 1]; ++v) {
      const double best = best_background_key(s.words[v], s.flows.per_vacancy[cell],
                                              world.settings().matching.background_hiring_weight);
      if (agent_key(engine) < best) counts.won[cell] += 1;
    }
  }
  hire_background(world);
  for (std::size_t cell = 0; cell < vacancies.size(); ++cell) {
    counts.hired[cell] += vacancies[cell] - world.market.vacancies[cell];
    counts.origins[cell] += unemployed[cell] - world.market.background_unemployed[cell];
  }
}

/// Counts of `months` months from the same stocks, both ways.
std::pair<Counts, Counts> both_ways(MarketWorld& m, int months) {
  const std::size_t cells = m.world.market.cells.count();
  const std::vector<double> zeros(cells, 0.0);
  Counts individual{zeros, zeros, zeros};
  Counts aggregate{zeros, zeros, zeros};
  std::mt19937_64 engine(seed);
  const Market market = m.world.market;
  for (int month = 0; month < months; ++month) {
    m.world.luck.replicate = static_cast<std::uint32_t>(month);
    count_individually(m.world, engine, individual);
    count_in_aggregate(m.world, engine, aggregate);
    m.world.market = market;
  }
  return {individual, aggregate};
}

/// Two counts of the same law; both are at most Poisson in their spread.
void check_alike(const std::vector<double>& one, const std::vector<double>& other) {
  for (std::size_t i = 0; i < one.size(); ++i) {
    const double spread = std::sqrt(one[i] + other[i] + 1);
    CHECK(std::abs(deviations(one[i], other[i], spread)) < allowed_deviations);
  }
}

}  // namespace

TEST_CASE("no applicant comes with probability exp of minus their mean number") {
  for (const double mean : {1e-6, 0.01, 0.7, 1.2, 5.0, 20.0}) {
    const double limit = no_applicant_limit(mean);
    CHECK(std::abs(limit - std::exp(-mean) * 0x1p32) <= 1);
  }
  CHECK(no_applicant_limit(40) == 1);  // the word 0 stays free to mark vacancies as taken
}

TEST_CASE("the best key of a word is the inverse of its distribution function") {
  constexpr double weight = 0.7;
  for (const double mean : {0.01, 0.7, 1.2, 5.0}) {
    double last = -1;
    for (const std::uint32_t word : {0xFFFFFFFFU, 0xFFFF0000U, 0xF8000000U, 0xC0000000U,
                                     0x80000000U, 0x40000000U, 0x10000U, 0U}) {
      const double key = best_background_key(word, mean, weight);
      CHECK(key >= last);
      last = key;
      if (std::isinf(key)) {
        CHECK(word < no_applicant_limit(mean));
        continue;
      }
      const double survival = std::exp(-mean * (1 - std::exp2(-weight * key)));
      CHECK(survival == doctest::Approx(unit_interval(word)).epsilon(1e-9));
    }
  }
}

TEST_CASE("nobody applies where nobody is expected, whatever the word") {
  for (const std::uint32_t word : {0U, 0x80000000U, 0xFFFFFFFFU}) {
    CHECK(std::isinf(best_background_key(word, 0, 1)));
  }
}

TEST_CASE("an agent wins as often as against a Poisson number of applicants one by one") {
  // The chance against n applicants of weight w is a / (a + n w), averaged over n.
  constexpr double agent = 1.3;
  constexpr double weight = 0.7;
  constexpr std::uint32_t trials = 200'000;
  for (const double mean : {0.3, 1.2, 4.0}) {
    double chance = 0;
    double poisson = std::exp(-mean);
    for (int n = 0; n < 60; ++n) {
      chance += poisson * agent / (agent + n * weight);
      poisson *= mean / (n + 1);
    }
    double won = 0;
    for (std::uint32_t i = 0; i < trials; ++i) {
      const std::uint32_t word = draw({seed, 0}, Stream::background_vacancy, i, 1);
      const double u = unit_interval(draw({seed, 0}, Stream::hiring_key, i, 1));
      if (race_key(u, agent) < best_background_key(word, mean, weight)) ++won;
    }
    const double spread = std::sqrt(trials * chance * (1 - chance));
    CHECK(std::abs(deviations(won, trials * chance, spread)) < allowed_deviations);
  }
}

TEST_CASE("aggregate draws hire, lose and take from origins like individual ones") {
  // 15 cells x 3 counts, each off by 5 standard deviations once in 1.7 million by chance.
  MarketWorld m;
  const auto [individual, aggregate] = both_ways(m, 300);
  check_alike(individual.hired, aggregate.hired);
  check_alike(individual.won, aggregate.won);
  check_alike(individual.origins, aggregate.origins);
}

TEST_CASE("origins of one market's hires are like those of individual applicants") {
  MarketWorld m;
  m.world.market.vacancies.assign(m.world.market.vacancies.size(), 0);
  m.world.market.vacancies[m.world.market.cells(OccupationId{4}, LeagueId{1})] = 60;
  const auto [individual, aggregate] = both_ways(m, 500);
  check_alike(individual.hired, aggregate.hired);
  check_alike(individual.origins, aggregate.origins);
}

TEST_CASE("hiring moves persons from unemployed to employed and loses none") {
  MarketWorld m;
  const Market before = m.world.market;
  draw_background(m.world);
  hire_background(m.world);
  const Market& after = m.world.market;
  std::int64_t left = 0;
  std::int64_t hired = 0;
  for (std::size_t cell = 0; cell < after.cells.count(); ++cell) {
    const std::int32_t filled = before.vacancies[cell] - after.vacancies[cell];
    CHECK(filled >= 0);
    CHECK(after.background_employed[cell] - before.background_employed[cell] == filled);
    left += before.background_unemployed[cell] - after.background_unemployed[cell];
    hired += filled;
  }
  CHECK(left == hired);
  CHECK(hired > 0);
  std::int64_t counted = 0;
  for (const auto& items : m.world.tallies.background) counted += items[BackgroundItem::hired];
  CHECK(counted == hired);
}

TEST_CASE("nobody is hired from a stock that is exhausted") {
  Inputs inputs = market_inputs();
  inputs.settings.search.search_intensity = 1;
  MarketWorld m(inputs);
  // Five persons, each expected to apply often enough for fifty vacancies to want them twice over.
  m.world.market.background_unemployed.assign(m.world.market.cells.count(), 0);
  m.world.market.background_unemployed[m.world.market.cells(OccupationId{3}, LeagueId{0})] = 5;
  std::int64_t hired = 0;
  for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
    World& world = m.world;
    const Market before = world.market;
    world.luck.replicate = replicate;
    draw_background(world);
    hire_background(world);
    for (std::size_t cell = 0; cell < world.market.cells.count(); ++cell) {
      CHECK(world.market.background_unemployed[cell] >= 0);
      hired += before.background_unemployed[cell] - world.market.background_unemployed[cell];
    }
    world.market = before;
  }
  CHECK(hired > 0);
  CHECK(hired <= 5 * 200);
}

TEST_CASE("a vacancy kept from the background stays open") {
  MarketWorld m;
  const Market before = m.world.market;
  draw_background(m.world);
  for (std::size_t v = 0; v < m.world.scratch.words.size(); ++v) {
    keep_from_background(m.world.scratch, v);
  }
  hire_background(m.world);
  CHECK(m.world.market.vacancies == before.vacancies);
  CHECK(m.world.market.background_unemployed == before.background_unemployed);
}

TEST_CASE("vacancies in mines draw no background") {
  MarketWorld m;
  const std::size_t miner = m.world.market.cells(OccupationId{0}, LeagueId{0});
  m.world.market.vacancies[miner] = 50;
  draw_background(m.world);
  hire_background(m.world);
  CHECK(m.world.market.vacancies[miner] == 50);
  CHECK(m.world.market.background_employed[miner] == 0);
}

TEST_CASE("a month's background hires are fixed by the luck") {
  MarketWorld one;
  MarketWorld two;
  MarketWorld other(market_inputs(), {1, 1});
  for (MarketWorld* m : {&one, &two, &other}) {
    draw_background(m->world);
    hire_background(m->world);
  }
  CHECK(one.world.market.background_unemployed == two.world.market.background_unemployed);
  CHECK(one.world.market.background_unemployed != other.world.market.background_unemployed);
}
