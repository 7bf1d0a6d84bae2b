// Cohort accounting: when retirements alone can carry a cut, nobody is displaced.
#include <doctest/doctest.h>

#include "agents/clock.hpp"
#include "agents/demand.hpp"
#include "agents/demography.hpp"
#include "agents/population.hpp"
#include "agents/record.hpp"
#include "agents/separation.hpp"
#include "tests/support/small_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

namespace {

constexpr int cohorts = 43 * Month::per_year;
constexpr std::size_t heads_per_cohort = 1000;
constexpr int retirement_age_months = 60 * Month::per_year;
constexpr double productivity = 100;

/// One mine, no deaths, no quits, nobody to hire, everybody retires at 60. The output falls each
/// December by so many heads.
Inputs cohort_inputs(double heads_cut_per_year) {
  Inputs inputs = small_inputs();
  Tables& t = inputs.tables;
  t.mines.resize(1);
  t.mines[0].headcount = 0;
  t.coal_league_share = {{{inputs.start}, {1}}, {{inputs.start}, {0}}};
  for (Mortality& m : t.mortality.values) m.gompertz_a = 0;
  for (RetirementRule& rule : t.retirement) rule = {60, 0, 1, 60};
  inputs.settings.demography.flexible_retirement = false;
  inputs.settings.demand.closure_rule = ClosureRule::pro_rata;
  t.coal_output = {};
  for (int year = 2020; year <= 2030; ++year) {
    const double heads = cohorts * heads_per_cohort - heads_cut_per_year * (year - 2020);
    for (const Month month : {Month::of(year, 12), Month::of(year + 1, 11)}) {
      t.coal_output.months.push_back(month);
      t.coal_output.values.push_back(heads * productivity);
    }
  }
  return inputs;
}

/// 1,000 workers of every birth month between just short of 60 and just short of 17 years.
void fill_cohorts(World& world) {
  const Row first = world.workers.append(cohorts * heads_per_cohort);
  Workers& w = world.workers;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const Row row{i};
    w.id[row] = row.value;
    w.birth[row] = world.now - (retirement_age_months - 1) + static_cast<int>(i / heads_per_cohort);
    w.state[row] = State::employed_mining;
    w.mine[row] = MineId{0};
    w.occupation[row] = OccupationId{0};
    w.league[row] = LeagueId{0};
    w.ethnicity[row] = EthnicityId{0};
    w.relative_pay[row] = 10'000;
    w.occupation_start[row] = world.now - Month::per_year;
    w.contribution_start[row] = w.occupation_start[row];
    plan_pension(world, row);
  }
  world.id_blocks.begin_with(w.size());
  arrive(world, first, w.size(), Arrival::initial);
  world.eldest_birth = w.birth[Row{0}];
  world.mines[0].initial_productivity = productivity;
}

/// Displaced by December of each year.
std::vector<std::size_t> displaced_by_year(double heads_cut_per_year) {
  SmallWorld small(cohort_inputs(heads_cut_per_year));
  World& world = small.world;
  fill_cohorts(world);
  std::vector<std::size_t> displaced;
  std::vector<Transition> transitions;
  while (world.now < Month::of(2030, 12)) {
    for (const PhaseFunction phase : {&clock, &demography, &demand, &separation, &record}) {
      phase(world, transitions);
      apply(world, transitions);
    }
    if (world.now.is_year_end()) displaced.push_back(world.displacements.events.size());
  }
  return displaced;
}

}  // namespace

TEST_CASE("a cut of one 43rd a year, in December, displaces nobody") {
  CHECK(displaced_by_year(12'000) == std::vector<std::size_t>(10, 0));
  CHECK(displaced_by_year(7'000) == std::vector<std::size_t>(10, 0));
}

TEST_CASE("a cut beyond the year's retirements displaces exactly the rest") {
  const auto displaced = displaced_by_year(12'500);
  for (std::size_t year = 0; year < displaced.size(); ++year)
    CHECK(displaced[year] >= 500 * (year + 1));
  CHECK(displaced.front() == 500);
}
