// Speed of the labour market on the default scenario: the background's month, the agents' part, and
// finding the balance.
#include <benchmark/benchmark.h>

#include "agents/background.hpp"
#include "agents/background_hires.hpp"
#include "agents/demand.hpp"
#include "agents/matching.hpp"
#include "agents/search.hpp"
#include "configs/scenario.hpp"

namespace {

using namespace jtsim;
using namespace jtsim::agents;

/// One agent in so many is without work, so that some 400 apply in a month.
constexpr std::size_t rows_per_jobless = 24;
constexpr int months = 480;

const Inputs& default_inputs() {
  static const Inputs inputs =
      configs::load_scenario(JTSIM_SOURCE_DIR "/configs/inner_mongolia.yaml").inputs;
  return inputs;
}

const Balance& default_balance() {
  static const Balance found = balance(default_inputs());
  return found;
}

/// Next month of the run, with the stocks of the start.
void turn_back(World& world) {
  world.now = world.inputs.start + 1 + world.step() % months;
  world.market.background_employed = world.balance.employed;
  world.market.background_unemployed = world.balance.unemployed;
  world.market.vacancies = world.balance.vacancies;
  for (std::size_t cell = 0; cell < world.market.cells.count(); ++cell) {
    world.market.wanted[cell] = world.balance.employed[cell] + world.balance.vacancies[cell];
  }
}

void find_balance(benchmark::State& state) {
  const Inputs& inputs = default_inputs();
  for (auto _ : state) benchmark::DoNotOptimize(balance(inputs));
}
BENCHMARK(find_balance)->Unit(benchmark::kMillisecond);

/// Separations, labour force, applications and hires of everybody who is no agent.
void background_month(benchmark::State& state) {
  World world(default_inputs(), default_balance(), {1, 0});
  std::int64_t hired = 0;
  for (auto _ : state) {
    turn_back(world);
    for (auto& items : world.tallies.background) items = {};
    follow_labour_force(world);
    want_outside_coal(world);
    separate_background(world);
    draw_background(world);
    hire_background(world);
    for (const auto& items : world.tallies.background) hired += items[BackgroundItem::hired];
  }
  state.counters["hires"] =
      benchmark::Counter(static_cast<double>(hired), benchmark::Counter::kAvgIterations);
}
BENCHMARK(background_month)->Unit(benchmark::kMicrosecond);

/// Searchers, applications and hires of agents, against the background's words of one month.
void agents_month(benchmark::State& state) {
  World world(default_inputs(), default_balance(), {1, 0});
  std::vector<Transition> transitions;
  for (std::size_t row = 0; row < world.workers.size(); row += rows_per_jobless) {
    transitions.push_back(
        {.row = Row{row}, .to = State::unemployed, .reason = Reason::displacement});
  }
  apply(world, transitions);
  turn_back(world);
  draw_background(world);
  const std::vector<std::uint32_t> words = world.scratch.words;
  std::size_t applied = 0;
  for (auto _ : state) {
    turn_back(world);
    world.scratch.words = words;
    find_searchers(world);
    send_applications(world);
    hire_agents(world, transitions);
    transitions.clear();
    applied += world.scratch.applications.size();
  }
  state.counters["searchers"] = static_cast<double>(world.scratch.searchers.size());
  state.counters["applications"] =
      benchmark::Counter(static_cast<double>(applied), benchmark::Counter::kAvgIterations);
}
BENCHMARK(agents_month)->Unit(benchmark::kMicrosecond);

}  // namespace
