// The reference scenario against what is known of its first month, and of two years without a coal
// shock.
#include <algorithm>
#include <cmath>
#include <numeric>

#include <doctest/doctest.h>

#include "agents/balance.hpp"
#include "base/sensitivity.hpp"
#include "configs/scenario.hpp"
#include "src/schedule.hpp"
#include "tests/support/identities.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

configs::Scenario shipped(const std::string& file) {
  return configs::load_scenario(std::string(JTSIM_SOURCE_DIR) + "/configs/" + file);
}

double share(const World& world, const auto& holds) {
  double count = 0;
  for (std::size_t i = 0; i < world.workers.size(); ++i) count += holds(Row{i}) ? 1 : 0;
  return count / static_cast<double>(world.workers.size());
}

/// Background and agents employed in sectors, and the background unemployed.
struct Employment {
  EnumArray<Sector, double> sector{};
  double unemployed = 0;
};

Employment employment(const World& world) {
  Employment all;
  const Market& market = world.market;
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) {
    const OccupationId occupation = market.cells.occupation(cell);
    all.sector[world.tables().occupations[occupation.index()].sector] += market.filled(cell);
    all.unemployed += market.background_unemployed[cell];
  }
  return all;
}

}  // namespace

TEST_CASE(
    "the reference starts with the coal workforce, women, minorities, sectors and output of 2020") {
  const configs::Scenario scenario = shipped("inner_mongolia.yaml");
  const Balance found = balance(scenario.inputs);
  const World world(scenario.inputs, found, {scenario.document.seed, 0});
  const Workers& w = world.workers;

  CHECK(w.size() == doctest::Approx(162'000).epsilon(0.005));
  CHECK(share(world, [&](Row r) { return w.sex[r] == Sex::female; }) ==
        doctest::Approx(0.147).epsilon(0.034));
  const double minority = share(world, [&](Row r) { return w.ethnicity[r].index() != 0; });
  CHECK(minority > 0.121);
  CHECK(minority < 0.161);

  const Employment all = employment(world);
  const double employed = std::accumulate(all.sector.begin(), all.sector.end(), 0.0);
  const double secondary = all.sector[Sector::mining] + all.sector[Sector::new_energy] +
                           all.sector[Sector::other_secondary];
  CHECK(std::abs(all.sector[Sector::primary] / employed - 0.357) < 0.005);
  CHECK(std::abs(secondary / employed - 0.170) < 0.005);
  CHECK(std::abs(all.sector[Sector::tertiary] / employed - 0.473) < 0.005);

  const auto& leagues = scenario.inputs.tables.leagues;
  const auto ordos = std::ranges::find(leagues, "ordos", [](const League& l) { return l.name.id; });
  const auto output =
      world.conditions.coal_output[static_cast<std::size_t>(ordos - leagues.begin())];
  const double total = std::accumulate(world.conditions.coal_output.begin(),
                                       world.conditions.coal_output.end(), 0.0);
  CHECK(std::abs(output / total - 0.652) < 0.015);
}

TEST_CASE("minorities stand in the coal workforce of the leagues in the order of their residents") {
  const configs::Scenario scenario = shipped("inner_mongolia.yaml");
  const Balance found = balance(scenario.inputs);
  const World world(scenario.inputs, found, {scenario.document.seed, 0});
  // Mongol residents of the leagues in per cent, census of 2020
  // (configs/inner_mongolia/ethnic_shares.csv).
  const std::vector<double> residents{11.6, 4.2, 4.0, 20.2, 46.1, 9.7,
                                      10.6, 5.5, 3.8, 41.9, 30.2, 19.1};
  std::vector<double> staff;
  std::vector<double> resident;
  for (std::size_t r = 0; r < residents.size(); ++r) {
    double heads = 0;
    double minority = 0;
    for (std::size_t i = 0; i < world.workers.size(); ++i) {
      if (world.workers.league[Row{i}].index() != r) continue;
      heads += 1;
      minority += world.workers.ethnicity[Row{i}].index() != 0 ? 1 : 0;
    }
    if (heads == 0) continue;
    staff.push_back(minority / heads);
    resident.push_back(residents[r]);
  }
  CHECK(rank_correlation(staff, resident) > 0.8);
}

TEST_CASE(
    "without a coal shock unemployment and re-employment stay where they were for two years") {
  const configs::Scenario scenario = shipped("checks/no_shock.yaml");
  const Balance found = balance(scenario.inputs);
  World world(scenario.inputs, found, {scenario.document.seed, 0});
  const policies::PolicyPackage package(scenario.policies, scenario.cascade, scenario.inputs);
  std::vector<Transition> transitions;
  double hires = 0;
  double seekers = 0;
  while (world.now < Month::of(2022, 12)) {
    seekers += employment(world).unemployed;
    app::run_month(world, package, transitions);
    for (const auto& items : world.tallies.background) hires += items[BackgroundItem::hired];
    const double jobless = employment(world).unemployed + static_cast<double>(world.jobless.size());
    const double rate =
        jobless / (world.settings().population.urban_labour_force * world.conditions.labour_force);
    CHECK(rate > 0.035);
    CHECK(rate < 0.041);
  }
  CHECK(hires / seekers > 0.030);
  CHECK(hires / seekers < 0.045);
}

TEST_CASE("the identities hold every month of the reference scenario") {
  const configs::Scenario scenario = shipped("inner_mongolia.yaml");
  const Balance found = balance(scenario.inputs);
  World world(scenario.inputs, found, {scenario.document.seed, 0});
  const policies::PolicyPackage package(scenario.policies, scenario.cascade, scenario.inputs);
  std::vector<Transition> transitions;
  IdentityCheck check(world);
  std::size_t broken = 0;
  while (world.now < scenario.inputs.end) {
    app::run_month(world, package, transitions);
    for (const std::string& fault : check.broken(world)) {
      if (++broken > 10) continue;
      const std::string text = to_text(world.now) + " " + fault;
      MESSAGE(text);
    }
  }
  CHECK(broken == 0);
  CHECK(world.displacements.events.size() > 10'000);
}
