// One scenario ready to be simulated any number of times; the one place that tells its kinds apart.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <stop_token>

#include "agents/balance.hpp"
#include "agents/life_lines.hpp"
#include "configs/scenario.hpp"
#include "output/replicate_result.hpp"
#include "policies/registry.hpp"

namespace jtsim::app {

/// How those outside follow one replicate.
struct Observation {
  /// Looked at between months (steps, in the kind `urn`).
  std::stop_token stop;
  /// Counted up by the months that were simulated.
  std::atomic<std::uint64_t>* months_done = nullptr;
  /// Of the kind `transition`: follow some workers.
  agents::LifeLines* life_lines = nullptr;
};

/// What a run of these replicates records.
output::Layout layout_of(const configs::Scenario& scenario, output::ReplicateRange replicates);

/// What all replicates of a scenario share. Used by many threads at a time.
class Model {
 public:
  /// `scenario` outlives the model. Throws InputError where its labour market has no balance.
  explicit Model(const configs::Scenario& scenario);

  const configs::Scenario& scenario() const { return scenario_; }
  /// Of the kind `transition`: what a world begins with, and what writes its terms.
  const agents::Balance& balance() const { return balance_; }
  const policies::PolicyPackage& policies() const { return policies_; }

  output::Layout layout(output::ReplicateRange replicates) const {
    return layout_of(scenario_, replicates);
  }

  /// Whether the displaced of a replicate are listed one by one.
  output::KeepRegister keeps_register(std::uint32_t replicate) const;

  /// Simulates one replicate from its first month to its last; a pure function of scenario and
  /// replicate. Nothing if a stop was requested.
  std::optional<output::ReplicateResult> simulate(const output::Layout& layout,
                                                  std::uint32_t replicate,
                                                  const Observation& observation) const;

 private:
  std::optional<output::ReplicateResult> simulate_transition(const output::Layout& layout,
                                                             std::uint32_t replicate,
                                                             const Observation& observation) const;
  std::optional<output::ReplicateResult> simulate_markov(const output::Layout& layout,
                                                         std::uint32_t replicate,
                                                         const Observation& observation) const;
  std::optional<output::ReplicateResult> simulate_urn(const output::Layout& layout,
                                                      std::uint32_t replicate,
                                                      const Observation& observation) const;

  const configs::Scenario& scenario_;
  /// Of the kind `transition`.
  agents::Balance balance_;
  policies::PolicyPackage policies_;
};

}  // namespace jtsim::app
