// Which market a searcher chooses: the right chances, and never one that does not suit.
#include "agents/choice.hpp"

#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "agents/pay.hpp"
#include "agents/skills.hpp"
#include "tests/support/market_world.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr Row someone{0};
constexpr int months = 30'000;

Inputs inputs_with_attachment() {
  Inputs inputs = market_inputs();
  inputs.tables.ethnicities[1].attachment = 0.3;
  return inputs;
}

std::optional<std::size_t> choose(const World& world, double least_pay = 0) {
  return choose_market(world, {world.balance.weights, world.market.vacancies},
                       {someone, least_pay});
}

/// A displaced miner of the north who may do anything.
struct Fixture {
  MarketWorld m{inputs_with_attachment()};
  World& world = m.world;

  Fixture() {
    displace(world, someone);
    world.workers.education[someone] = Education::graduate;
    world.workers.ethnicity[someone] = EthnicityId{0};
    // Mines have posts too.
    world.market.vacancies[world.market.cells(OccupationId{1}, LeagueId{1})] = 20;
  }

  bool suits(std::size_t cell, double least_pay) const {
    const OccupationId occupation = world.market.cells.occupation(cell);
    const Education minimum = world.tables().occupations[occupation.index()].minimum_education;
    const std::uint16_t pay =
        offered_relative_pay(world, someone, occupation, world.market.cells.league(cell));
    return world.workers.education[someone] >= minimum && pay >= least_pay;
  }

  /// [cell] the share of choices each market should get.
  std::vector<double> shares(double least_pay = 0) const {
    const Cells& cells = world.market.cells;
    const EthnicityId ethnicity = world.workers.ethnicity[someone];
    const Matrix& reach = world.balance.weights.reach_of[ethnicity.index()];
    std::vector<double> weights;
    for (std::size_t cell = 0; cell < cells.count(); ++cell) {
      const double pay = post_pay(world.tables(), cells.occupation(cell), cells.league(cell));
      const double weight =
          world.market.vacancies[cell] *
          effective_proximity(world, someone, cells.occupation(cell)) *
          reach(world.workers.league[someone].index(), cells.league(cell).index()) *
          std::pow(pay, world.settings().search.attraction_elasticity);
      weights.push_back(suits(cell, least_pay) ? weight : 0);
    }
    const double total = std::accumulate(weights.begin(), weights.end(), 0.0);
    for (double& w : weights) w /= total;
    return weights;
  }

  /// [cell] how often it is chosen in many months of equal stocks.
  std::vector<int> choices(double least_pay = 0) {
    std::vector<int> counts(world.market.cells.count(), 0);
    for (int month = 0; month < months; ++month) {
      world.luck.replicate = static_cast<std::uint32_t>(month);
      ++counts[choose(world, least_pay).value()];
    }
    return counts;
  }
};

/// Each cell fails by chance once in 1.7 million.
void check_shares(const std::vector<int>& counts, const std::vector<double>& shares) {
  for (std::size_t cell = 0; cell < counts.size(); ++cell) {
    if (shares[cell] == 0) {
      CHECK(counts[cell] == 0);
      continue;
    }
    const double spread = std::sqrt(months * shares[cell] * (1 - shares[cell]));
    CHECK(std::abs(deviations(counts[cell], months * shares[cell], spread)) < allowed_deviations);
  }
}

}  // namespace

TEST_CASE("markets are chosen in proportion to vacancies, proximity, reach and attraction") {
  Fixture f;
  check_shares(f.choices(), f.shares());
}

TEST_CASE("attachment to the home league keeps a group from moving") {
  Fixture f;
  const std::vector<double> before = f.shares();
  f.world.workers.ethnicity[someone] = EthnicityId{1};
  check_shares(f.choices(), f.shares());
  double home_before = 0;
  double home = 0;
  for (std::size_t o = 0; o < f.world.market.cells.occupations; ++o) {
    home_before += before[f.world.market.cells(OccupationId{o}, LeagueId{0})];
    home += f.shares()[f.world.market.cells(OccupationId{o}, LeagueId{0})];
  }
  CHECK(home > home_before);
}

TEST_CASE("a post that asks for more education is not chosen") {
  Fixture f;
  f.world.workers.education[someone] = Education::junior;
  const std::vector<double> shares = f.shares();
  CHECK(shares[f.world.market.cells(OccupationId{2}, LeagueId{0})] == 0);
  CHECK(shares[f.world.market.cells(OccupationId{1}, LeagueId{1})] == 0);
  check_shares(f.choices(), shares);
}

TEST_CASE("markets that pay less than asked are not chosen, to the last unit of pay") {
  Fixture f;
  const Cells& cells = f.world.market.cells;
  // What a fitter in the south would get: a market in the middle of all offers.
  const std::uint16_t middle = offered_relative_pay(f.world, someone, OccupationId{4}, LeagueId{1});
  for (const double least : {middle - 0.5, middle + 0.0, middle + 0.5}) {
    const std::vector<double> shares = f.shares(least);
    CHECK((shares[cells(OccupationId{4}, LeagueId{1})] > 0) == (least <= middle));
    check_shares(f.choices(least), shares);
  }
}

TEST_CASE("nothing is chosen where nothing is open or nothing pays enough") {
  Fixture f;
  CHECK_FALSE(choose(f.world, 65'535).has_value());
  f.world.market.vacancies.assign(f.world.market.vacancies.size(), 0);
  CHECK_FALSE(choose(f.world).has_value());
}

TEST_CASE("a choice may be held to other posts than all vacancies") {
  Fixture f;
  std::vector<std::int32_t> left(f.world.market.cells.count(), 0);
  const std::size_t clerks = f.world.market.cells(clerk, LeagueId{2});
  CHECK_FALSE(choose_market(f.world, {f.world.balance.weights, left}, {someone}).has_value());
  left[clerks] = 1;
  CHECK(choose_market(f.world, {f.world.balance.weights, left}, {someone}) == clerks);
}

TEST_CASE("more posts elsewhere move only those who then go there") {
  // Common random numbers: whoever changes his choice changes it for the market that grew.
  Fixture f;
  const std::size_t grown = f.world.market.cells(OccupationId{3}, LeagueId{0});
  int changed = 0;
  for (std::uint32_t replicate = 0; replicate < 2'000; ++replicate) {
    f.world.luck.replicate = replicate;
    const auto before = choose(f.world);
    f.world.market.vacancies[grown] += 5;
    const auto after = choose(f.world);
    f.world.market.vacancies[grown] -= 5;
    if (before == after) continue;
    ++changed;
    CHECK(f.world.market.cells.occupation(*after) == f.world.market.cells.occupation(grown));
  }
  CHECK(changed > 0);
}
