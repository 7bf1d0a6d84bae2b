// Who goes when a mine shrinks: exactly as many as must, with the smallest race keys.
#include <algorithm>
#include <map>

#include <doctest/doctest.h>

#include "agents/demand.hpp"
#include "agents/separation.hpp"
#include "base/log2.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

/// Mines of many heads whose output falls to `left` in the first month; weights differ by person.
Inputs shrinking_inputs(double left) {
  Inputs inputs = small_inputs();
  Tables& t = inputs.tables;
  t.mines[0].headcount = 3000;
  t.mines[1].headcount = 50;
  t.mines[2].headcount = 700;
  const double first = t.coal_output.values[0];
  t.coal_output = {{inputs.start, inputs.start + 1}, {first, first * left}};
  t.displacement.contract.values = {0.5, 1.5, 3.0};
  t.displacement.age.values = {2, 1, 1, 1, 0.5, 0.5, 0.1};
  inputs.settings.demand.closure_rule = ClosureRule::pro_rata;
  return inputs;
}

double key_of(const World& world, Row row) {
  const std::uint32_t word =
      draw(world.luck, Stream::displacement, world.workers.id[row], draw_month(world));
  return -log2_fixed(1.0 - unit_interval(word)) / displacement_weight(world, row);
}

/// The k smallest keys of every mine by ranking all its workers.
std::vector<Row> by_full_ranking(const World& world) {
  std::map<std::size_t, std::vector<std::pair<double, Row>>> keys;
  for (std::size_t i = 0; i < world.workers.size(); ++i) {
    keys[world.workers.mine[Row{i}].index()].push_back({key_of(world, Row{i}), Row{i}});
  }
  std::vector<Row> chosen;
  for (auto& [mine, ranked] : keys) {
    std::ranges::sort(ranked);
    const auto surplus =
        static_cast<std::size_t>(std::max(0, world.mines[mine].filled - world.mines[mine].wanted));
    for (std::size_t k = 0; k < surplus; ++k) chosen.push_back(ranked[k].second);
  }
  std::ranges::sort(chosen);
  return chosen;
}

std::vector<Row> displaced(World& world) {
  std::vector<Transition> transitions;
  displace(world, transitions);
  std::vector<Row> rows;
  for (const Transition& change : transitions) {
    CHECK(change.reason == Reason::displacement);
    rows.push_back(change.row);
  }
  std::ranges::sort(rows);
  return rows;
}

}  // namespace

TEST_CASE("a shrinking mine displaces those whom a ranking of all its workers would choose") {
  for (const double left : {0.9995, 0.995, 0.97, 0.8, 0.4}) {
    for (const std::uint32_t replicate : {0U, 1U, 2U, 3U, 4U}) {
      SmallWorld small(shrinking_inputs(left), {17, replicate});
      next_month(small.world);
      set_mine_demand(small.world);
      const auto expected = by_full_ranking(small.world);
      CHECK(expected.size() > 0);
      CHECK(displaced(small.world) == expected);
    }
  }
}

TEST_CASE("a closed mine displaces everybody, the others nobody") {
  Inputs inputs = small_inputs();
  inputs.tables.mines[1].closure_month = inputs.start + 1;
  inputs.settings.demand.closure_rule = ClosureRule::listed;
  SmallWorld small(inputs);
  next_month(small.world);
  set_mine_demand(small.world);
  const auto rows = displaced(small.world);
  CHECK(rows.size() == 40);
  for (const Row row : rows) CHECK(small.world.workers.mine[row] == MineId{1});
}

TEST_CASE("a group that moves capacity takes the posts of a closed mine along") {
  Inputs inputs = small_inputs();
  inputs.tables.mines[0].league = LeagueId{1};
  inputs.tables.coal_league_share[0].values = {0};
  inputs.tables.coal_league_share[1].values = {1};
  inputs.tables.mines[1].closure_month = inputs.start + 1;
  inputs.settings.demand.closure_rule = ClosureRule::listed;
  const auto wanted = [&](double share) {
    inputs.settings.demand.capacity_replacement_share = share;
    SmallWorld small(inputs);
    next_month(small.world);
    set_mine_demand(small.world);
    std::vector<std::int32_t> heads;
    for (const MineState& mine : small.world.mines) heads.push_back(mine.wanted);
    return heads;
  };
  // Mines 0 and 1 are of one group; mine 2 of the other.
  CHECK(wanted(0) == std::vector<std::int32_t>{60, 0, 60});
  CHECK(wanted(1) == std::vector<std::int32_t>{80, 0, 40});
}

TEST_CASE("those with three times the weight go about three times as often") {
  Inputs inputs = small_inputs();
  inputs.tables.mines[0].headcount = 20'000;
  inputs.tables.displacement.sex.values = {1, 3};
  const double first = inputs.tables.coal_output.values[0];
  inputs.tables.coal_output = {{inputs.start, inputs.start + 1}, {first, first * 0.95}};
  inputs.settings.demand.closure_rule = ClosureRule::pro_rata;
  inputs.settings.population.female_share = 0.5;
  for (Occupation& job : inputs.tables.occupations) job.female_share = 0.5;
  SmallWorld small(inputs);
  const World& world = small.world;
  next_month(small.world);
  set_mine_demand(small.world);
  EnumArray<Sex, double> share{};
  EnumArray<Sex, double> heads{};
  for (std::size_t i = 0; i < world.workers.size(); ++i) heads[world.workers.sex[Row{i}]] += 1;
  for (const Row row : displaced(small.world))
    share[world.workers.sex[row]] += 1 / heads[world.workers.sex[row]];
  // 1,000 displaced, 750 of them women in expectation: the ratio has a relative error of about 7 %;
  // 5 standard errors.
  CHECK(share[Sex::female] / share[Sex::male] == doctest::Approx(3.0).epsilon(0.35));
}
