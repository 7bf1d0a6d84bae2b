// Whom vacancies hire: the urn's formula, chances by weight, and every factor of the weight.
#include "agents/matching.hpp"

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include <doctest/doctest.h>

#include "agents/search.hpp"
#include "base/race.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr std::uint32_t seed = 7;
constexpr std::uint32_t untouched = 0xFFFF'FFF0;

/// One application each of `searchers` persons of equal weight to `vacancies` of one market.
std::vector<Application> urn_applications(std::uint32_t searchers, std::uint32_t vacancies,
                                          std::uint32_t replicate) {
  std::vector<Application> applications;
  for (std::uint32_t id = 0; id < searchers; ++id) {
    const Luck luck{seed, replicate};
    const std::uint64_t word = draw(luck, Stream::market_slot, id, 1);
    const double u = unit_interval(draw(luck, Stream::hiring_key, id, 1));
    applications.push_back({.row = Row{id},
                            .id = id,
                            .cell = 0,
                            .slot = static_cast<std::uint32_t>(word * vacancies >> 32),
                            .key = race_key(u, 1)});
  }
  return applications;
}

/// The ids hired; 0xFFFFFFF0 stands for nobody.
std::vector<std::uint32_t> hired_ids(const std::vector<Application>& applications,
                                     std::uint32_t vacancies) {
  const std::vector<std::uint32_t> first{0, vacancies};
  std::vector<std::uint32_t> best(vacancies, untouched);
  rank_applications(applications, {first}, best);
  for (std::uint32_t& b : best) {
    if (b != untouched) b = applications[b].id;
  }
  return best;
}

struct Moments {
  double mean;
  double variance;
};

/// Occupied ones among v urns after u throws.
Moments occupied(double u, double v) {
  const double one_empty = std::pow(1 - 1 / v, u);
  const double two_empty = std::pow(1 - 2 / v, u);
  return {v * (1 - one_empty),
          v * one_empty + v * (v - 1) * two_empty - v * v * one_empty * one_empty};
}

}  // namespace

TEST_CASE("with equal weights vacancies hire as the urn's formula says") {
  // Three means and three variances of 4,000 months, each off by 5 standard deviations once in 1.7
  // million by chance.
  constexpr int months = 4'000;
  constexpr std::uint32_t v = 50;
  for (const std::uint32_t u : {10U, 50U, 150U}) {
    double sum = 0;
    double squares = 0;
    const Moments exact = occupied(u, v);
    for (std::uint32_t month = 0; month < months; ++month) {
      const auto ids = hired_ids(urn_applications(u, v, month), v);
      const auto hires = static_cast<double>(v - std::ranges::count(ids, untouched));
      sum += hires;
      squares += (hires - exact.mean) * (hires - exact.mean);
    }
    CHECK(std::abs(deviations(sum / months, exact.mean, std::sqrt(exact.variance / months))) <
          allowed_deviations);
    CHECK(std::abs(deviations(squares / months, exact.variance,
                              exact.variance * std::sqrt(2.0 / months))) < allowed_deviations);
    // The published form differs by the order of one hire.
    const double published = v * (1 - std::exp(-static_cast<double>(u) / v));
    CHECK(std::abs(exact.mean - published) < 1);
  }
}

TEST_CASE("the smallest key is hired, ties go to the lower id, in whatever order they come") {
  std::vector<Application> applications{
      {.row = Row{0}, .id = 9, .slot = 2, .key = 0.5},
      {.row = Row{1}, .id = 3, .slot = 2, .key = 0.5},
      {.row = Row{2}, .id = 1, .slot = 2, .key = 0.7},
      {.row = Row{3}, .id = 5, .slot = 0, .key = 0.1},
      {.row = Row{4}, .id = 4, .slot = 0, .key = 0.2},
  };
  std::mt19937 engine(seed);
  for (int order = 0; order < 20; ++order) {
    CHECK(hired_ids(applications, 3) == std::vector<std::uint32_t>{5, untouched, 3});
    std::ranges::shuffle(applications, engine);
  }
}

TEST_CASE("applicants for one vacancy are hired in proportion to their weights") {
  constexpr std::uint32_t trials = 100'000;
  constexpr double share = 3.0 / 4;
  double won = 0;
  for (std::uint32_t trial = 0; trial < trials; ++trial) {
    std::vector<Application> two = urn_applications(2, 1, trial);
    two[1].key /= 3;
    won += hired_ids(two, 1)[0] == 1 ? 1 : 0;
  }
  CHECK(std::abs(deviations(won, trials * share, std::sqrt(trials * share * (1 - share)))) <
        allowed_deviations);
}

TEST_CASE("the hiring weight is the product of its factors") {
  Inputs inputs = market_inputs();
  HiringFactors& factors = inputs.tables.hiring;
  factors.age[AgeBand::age_45_49] = 0.6;
  factors.sex[Sex::female] = 0.92;
  factors.education[Education::college] = 1.1;
  factors.spell_months = {1, 0.9, 0.5};
  inputs.tables.ethnicities[1].hiring_factor_private = 0.7;
  inputs.settings.matching.skill_exponent = 2;
  MarketWorld m(inputs);
  Workers& w = m.world.workers;
  const Row row{0};
  displace(m.world, row);
  w.birth[row] = m.world.now - 47 * Month::per_year;
  w.sex[row] = Sex::female;
  w.education[row] = Education::college;
  w.ethnicity[row] = EthnicityId{1};
  const double proximity = inputs.tables.proximity(w.occupation[row].index(), clerk.index());
  const double fixed = proximity * proximity * 0.6 * 0.92 * 1.1;
  const auto weight = [&](Ownership employer) {
    return hiring_weight(m.world, row, clerk) *
           ethnicity_factor(m.world, w.ethnicity[row], employer);
  };
  CHECK(weight(Ownership::private_) == doctest::Approx(fixed * 0.7));
  CHECK(weight(Ownership::state_owned) == doctest::Approx(fixed));
  w.spell_start[row] = m.world.now - 1;
  CHECK(weight(Ownership::state_owned) == doctest::Approx(fixed * 0.9));
  w.spell_start[row] = m.world.now - 30;
  CHECK(weight(Ownership::state_owned) == doctest::Approx(fixed * 0.5));
}

TEST_CASE("discrimination fades, and can be switched off") {
  Inputs inputs = market_inputs();
  inputs.tables.ethnicities[1].hiring_factor_private = 0.7;
  MarketWorld m(inputs);
  const auto factor = [&] {
    return ethnicity_factor(m.world, EthnicityId{1}, Ownership::private_);
  };
  m.world.conditions.discrimination = 1;
  CHECK(factor() == doctest::Approx(0.7));
  m.world.conditions.discrimination = 0.5;
  CHECK(factor() == doctest::Approx(0.85));
  m.inputs.settings.matching.ethnicity_effect = 0;
  CHECK(factor() == 1);
}

TEST_CASE("employers are state-owned with the sector's share, and the same for all who ask") {
  MarketWorld m;
  const std::size_t cell = m.world.market.cells(clerk, LeagueId{0});
  constexpr std::uint32_t slots = 20'000;
  const double share = m.inputs.tables.sectors[Sector::tertiary].state_owned_share;
  double owned = 0;
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    const Ownership employer = employer_of(m.world, cell, slot);
    CHECK(employer == employer_of(m.world, cell, slot));
    owned += employer == Ownership::state_owned ? 1 : 0;
  }
  CHECK(std::abs(deviations(owned, slots * share, std::sqrt(slots * share * (1 - share)))) <
        allowed_deviations);
}

TEST_CASE("behind a mine's vacancy stands the mine's owner") {
  MarketWorld m;
  Market& market = m.world.market;
  const OccupationId miner{0};
  market.mine_posts = {{MineId{1}, miner, 2}, {MineId{2}, miner, 1}};
  const std::size_t cell = market.cells(miner, LeagueId{1});
  market.vacancies[cell] = 3;
  CHECK(employer_of(m.world, cell, 0) == Ownership::state_owned);
  CHECK(employer_of(m.world, cell, 1) == Ownership::state_owned);
  CHECK(employer_of(m.world, cell, 2) == Ownership::private_);
}
