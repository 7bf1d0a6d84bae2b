// The model's own phases on even cohorts.
#include "src/validation/cohort_check.hpp"

#include <fmt/format.h>

#include "agents/balance.hpp"
#include "agents/clock.hpp"
#include "agents/demand.hpp"
#include "agents/demography.hpp"
#include "agents/population.hpp"
#include "agents/record.hpp"
#include "agents/separation.hpp"

namespace jtsim::app {

namespace {

using agents::Inputs;
using agents::Tables;
using agents::World;

constexpr int cohorts = 43 * Month::per_year;
constexpr std::size_t heads_per_cohort = 1000;
constexpr int retirement_age_years = 60;
constexpr int years = 10;
constexpr double tonnes_per_head = 100;
constexpr double heads_at_start = double{cohorts} * heads_per_cohort;

agents::Path flat(Month month, double value) { return {{month}, {value}}; }

/// Nobody dies, quits, is hired elsewhere or retires but at 60.
void still(Tables& t, Month start) {
  for (agents::Mortality& m : t.mortality.values) m.gompertz_a = 0;
  for (agents::RetirementRule& rule : t.retirement)
    rule = {retirement_age_years, 0, 1, retirement_age_years};
  for (agents::SectorRow& sector : t.sectors.values) sector.job_to_job_rate = 0;
  for (agents::Path& capacity : t.new_energy_capacity.values) capacity = flat(start, 0);
  t.new_energy_plants.clear();
  t.capacity_additions.clear();
  t.productivity_growth = flat(start, 0);
  t.intelligent_share = flat(start, 0);
}

/// The output of every December is that of the year's heads less the cut.
agents::Path output_of(Month start, double heads_cut_per_year) {
  agents::Path output;
  for (int year = 0; year <= years; ++year) {
    const double heads = heads_at_start - heads_cut_per_year * year;
    const Month december = start + year * Month::per_year;
    for (const Month month : {december, december + (Month::per_year - 1)}) {
      output.months.push_back(month);
      output.values.push_back(heads * tonnes_per_head);
    }
  }
  return output;
}

Inputs cohort_inputs(const Inputs& region, double heads_cut_per_year) {
  Inputs inputs = region;
  inputs.policies.clear();
  inputs.budget_lines.clear();
  inputs.end = inputs.start + years * Month::per_year;
  inputs.settings.demography.flexible_retirement = false;
  inputs.settings.demand.closure_rule = agents::ClosureRule::pro_rata;
  Tables& t = inputs.tables;
  still(t, inputs.start);
  t.mines.resize(1);
  t.mines[0].headcount = 0;
  t.mines[0].capacity_t_per_year = 2 * heads_at_start * tonnes_per_head;
  for (std::size_t r = 0; r < t.leagues.size(); ++r)
    t.coal_league_share[r] = flat(inputs.start, r == t.mines[0].league.index() ? 1 : 0);
  t.coal_output = output_of(inputs.start, heads_cut_per_year);
  return inputs;
}

agents::Balance no_background(const Inputs& inputs) {
  agents::Balance balance;
  balance.weights = agents::market_weights(inputs);
  const std::size_t cells = balance.weights.cells.count();
  balance.separation.assign(cells, 0);
  balance.employed.assign(cells, 0);
  balance.unemployed.assign(cells, 0);
  balance.vacancies.assign(cells, 0);
  return balance;
}

/// 1,000 workers of every birth month between just short of 60 and just short of 17 years.
void fill_cohorts(World& world) {
  const OccupationId miner{0};
  const Row first = world.workers.append(cohorts * heads_per_cohort);
  agents::Workers& w = world.workers;
  for (std::size_t i = 0; i < w.size(); ++i) {
    const Row row{i};
    w.id[row] = row.value;
    w.birth[row] = world.now - (retirement_age_years * Month::per_year - 1) +
                   static_cast<int>(i / heads_per_cohort);
    w.state[row] = agents::State::employed_mining;
    w.mine[row] = MineId{0};
    w.occupation[row] = miner;
    w.league[row] = world.tables().mines[0].league;
    w.ethnicity[row] = EthnicityId{0};
    w.relative_pay[row] = 10'000;
    w.occupation_start[row] = world.now - Month::per_year;
    w.contribution_start[row] = w.occupation_start[row];
    agents::plan_pension(world, row);
  }
  world.id_blocks.begin_with(w.size());
  agents::arrive(world, first, w.size(), agents::Arrival::initial);
  world.eldest_birth = w.birth[Row{0}];
  world.mines[0].initial_productivity = tonnes_per_head;
}

std::size_t displaced(const Inputs& region, double heads_cut_per_year) {
  const Inputs inputs = cohort_inputs(region, heads_cut_per_year);
  const agents::Balance balance = no_background(inputs);
  World world(inputs, balance, {});
  fill_cohorts(world);
  std::vector<agents::Transition> transitions;
  while (world.now < inputs.end) {
    for (const auto phase : {&agents::clock, &agents::demography, &agents::demand,
                             &agents::separation, &agents::record}) {
      phase(world, transitions);
      agents::apply(world, transitions);
    }
  }
  return world.displacements.events.size();
}

Finding row(const std::string& id, Sentence what, std::size_t value, Interval accepted) {
  return {.id = id,
          .what = std::move(what),
          .unit = "displaced",
          .value = static_cast<double>(value),
          .accepted = accepted,
          .note = "516,000 workers in even cohorts"};
}

}  // namespace

Findings check_cohorts(const Inputs& region) {
  constexpr double one_43rd = heads_at_start / 43;
  constexpr double beyond = 500;
  Findings findings;
  findings.push_back(row("V4.one_43rd", tr("a cut of 1/43 every December for ten years: displaced"),
                         displaced(region, one_43rd), {0, 0}));
  findings.push_back(row("V4.half_of_it", tr("a cut of 1/86 every December: displaced"),
                         displaced(region, one_43rd / 2), {0, 0}));
  findings.push_back(row("V4.beyond", tr("500 heads a year beyond retirements: displaced"),
                         displaced(region, one_43rd + beyond), {years * beyond, heads_at_start}));
  return findings;
}

}  // namespace jtsim::app
