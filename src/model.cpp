// Simulates replicates of every kind of scenario.
#include "src/model.hpp"

#include <algorithm>
#include <vector>

#include "agents/markov.hpp"
#include "agents/urn_expected.hpp"
#include "agents/urn_population.hpp"
#include "output/recorder.hpp"
#include "output/urn_result.hpp"
#include "src/schedule.hpp"

namespace jtsim::app {

namespace {

using configs::ScenarioKind;
using output::KeepRegister;
using output::ReplicateResult;

// Months of a Markov chain between two looks at the outside; blocks of workers pass them in cache.
constexpr int markov_batch_months = 12;

void count(const Observation& observation, int months) {
  if (observation.months_done != nullptr)
    *observation.months_done += static_cast<std::uint64_t>(months);
}

// The history of an engine of the kind `urn`; nothing after a request to stop.
template <class Engine>
std::optional<agents::UrnHistory> followed(Engine engine, int steps,
                                           const Observation& observation) {
  agents::UrnHistory history;
  for (int step = 0; step < steps; ++step) {
    if (observation.stop.stop_requested()) return std::nullopt;
    engine.advance();
    history.add(engine.stocks(), engine.long_term_unemployed());
    count(observation, 1);
  }
  return history;
}

// What a run of the kind `markov` shows of its one region.
agents::Inputs inputs_of_one_region(const configs::Scenario& scenario) {
  agents::Inputs inputs;
  inputs.start = scenario.document.start;
  inputs.end = scenario.document.end;
  inputs.tables.leagues.emplace_back();
  inputs.tables.leagues.back().name = {"all", std::string(in(Language::zh, tr("all"))), "all"};
  return inputs;
}

}  // namespace

output::Layout layout_of(const configs::Scenario& scenario, output::ReplicateRange replicates) {
  const ScenarioKind kind = scenario.document.kind;
  if (kind == ScenarioKind::markov)
    return output::Layout({inputs_of_one_region(scenario), replicates}, kind);
  if (kind == ScenarioKind::urn) return output::Layout({*scenario.urn, replicates}, kind);
  return output::Layout({scenario.inputs, replicates}, kind);
}

Model::Model(const configs::Scenario& scenario) : scenario_(scenario) {
  switch (scenario.document.kind) {
    case ScenarioKind::transition:
      balance_ = agents::balance(scenario.inputs);
      policies_ = {scenario.policies, scenario.cascade, scenario.inputs};
      return;
    case ScenarioKind::markov:
      expect(scenario.markov.has_value(), "a scenario of kind `markov` has its inputs");
      return;
    case ScenarioKind::urn:
      expect(scenario.urn.has_value(), "a scenario of kind `urn` has its inputs");
      return;
  }
}

KeepRegister Model::keeps_register(std::uint32_t replicate) const {
  if (scenario_.document.kind != ScenarioKind::transition) return KeepRegister::no;
  const auto kept = static_cast<std::uint32_t>(scenario_.document.output.register_replicates);
  return replicate < kept ? KeepRegister::yes : KeepRegister::no;
}

std::optional<ReplicateResult> Model::simulate(const output::Layout& layout,
                                               std::uint32_t replicate,
                                               const Observation& observation) const {
  switch (scenario_.document.kind) {
    case ScenarioKind::transition:
      return simulate_transition(layout, replicate, observation);
    case ScenarioKind::markov:
      return simulate_markov(layout, replicate, observation);
    case ScenarioKind::urn:
      return simulate_urn(layout, replicate, observation);
  }
  throw LogicFault("a model of this kind is never made");
}

std::optional<ReplicateResult> Model::simulate_transition(const output::Layout& layout,
                                                          std::uint32_t replicate,
                                                          const Observation& observation) const {
  agents::World world(scenario_.inputs, balance_, {scenario_.document.seed, replicate});
  output::Recorder recorder(layout, replicate, keeps_register(replicate));
  recorder.record(world);
  world.life_lines = observation.life_lines;
  if (world.life_lines != nullptr) world.life_lines->begin(world);
  std::vector<agents::Transition> transitions;
  while (world.now < scenario_.inputs.end) {
    if (observation.stop.stop_requested()) return std::nullopt;
    run_month(world, policies_, transitions);
    if (world.life_lines != nullptr) world.life_lines->end_month(world);
    recorder.record(world);
    count(observation, 1);
  }
  return recorder.finish(world);
}

std::optional<ReplicateResult> Model::simulate_markov(const output::Layout& layout,
                                                      std::uint32_t replicate,
                                                      const Observation& observation) const {
  const agents::MarkovInputs& inputs = *scenario_.markov;
  agents::MarkovPopulation population(inputs, {scenario_.document.seed, replicate});
  output::Recorder recorder(layout, replicate, keeps_register(replicate));
  agents::Tallies tallies;
  tallies.stock.resize(1);
  agents::book({.month = population.now(), .moves = {}, .stock = population.stock()}, tallies);
  recorder.record(tallies, population.now());
  while (population.now() < inputs.end) {
    if (observation.stop.stop_requested()) return std::nullopt;
    const int months = std::min(markov_batch_months, inputs.end - population.now());
    for (const agents::MarkovMonth& month : population.advance(months)) {
      agents::book(month, tallies);
      recorder.record(tallies, month.month);
    }
    count(observation, months);
  }
  return recorder.finish();
}

std::optional<ReplicateResult> Model::simulate_urn(const output::Layout& layout,
                                                   std::uint32_t replicate,
                                                   const Observation& observation) const {
  const agents::UrnInputs& inputs = *scenario_.urn;
  std::optional<agents::UrnHistory> history;
  if (inputs.settings.mode == agents::UrnMode::expected) {
    history = followed(agents::UrnExpectation(inputs), inputs.settings.steps, observation);
  } else {
    history = followed(agents::UrnPopulation(inputs, {scenario_.document.seed, replicate}),
                       inputs.settings.steps, observation);
  }
  if (!history) return std::nullopt;
  return output::urn_result(layout, replicate, *history);
}

}  // namespace jtsim::app
