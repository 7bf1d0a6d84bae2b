// One point of a sweep, ready to be simulated any number of times.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "output/outcomes.hpp"
#include "output/sweep_part.hpp"
#include "src/model.hpp"
#include "src/sweep/plan.hpp"

namespace jtsim::app {

/// Which of a run's outcomes are kept.
struct OutcomeChoice {
  /// Of all outcomes of a run, in their order.
  std::vector<std::string> all;
  /// Positions of those kept, and their names.
  std::vector<std::size_t> kept;
  std::vector<std::string> names;
};

/// Lists of outcomes that came up so far; most sweeps have one. From any thread.
class OutcomeChoices {
 public:
  explicit OutcomeChoices(std::vector<std::string> patterns) : patterns_(std::move(patterns)) {}

  /// Lives as long as the choices.
  const OutcomeChoice& choice_for(const std::vector<output::Outcome>& outcomes);

 private:
  std::vector<std::string> patterns_;
  std::mutex mutex_;
  std::deque<OutcomeChoice> choices_;
};

/// Whether a text fits a pattern in which `*` stands for any text.
bool fits(std::string_view text, std::string_view pattern);

/// What a run came to.
struct FinishedRun {
  output::SweepRun run;
  /// Null for a failed run.
  const OutcomeChoice* choice = nullptr;
};

/// Not to be moved: the model looks at the scenario.
class PointModel {
 public:
  /// Throws InputError where the point is no valid scenario.
  PointModel(const SweepPlan& plan, std::uint64_t point);
  PointModel(const PointModel&) = delete;
  PointModel& operator=(const PointModel&) = delete;

  const configs::Scenario& scenario() const { return scenario_; }
  const output::Layout& layout() const { return layout_; }

  /// Everything that one run records; nothing after a request to stop.
  std::optional<output::ReplicateResult> result(std::uint32_t replicate,
                                                const Observation& observation) const {
    return model_.simulate(layout_, replicate, observation);
  }

  /// What the plan keeps of it.
  std::optional<FinishedRun> simulate(std::uint32_t replicate, const Observation& observation,
                                      OutcomeChoices& choices) const;

 private:
  std::vector<std::vector<std::byte>> packed_arrays(output::ReplicateResult& result) const;

  const SweepPlan& plan_;
  configs::Scenario scenario_;
  Model model_;
  output::Layout layout_;
};

/// The models of a sweep: kept where points are few, else made again for every run.
class PointModels {
 public:
  /// `plan` outlives the models.
  explicit PointModels(const SweepPlan& plan);

  /// Calls `use` with the model of a point; from any thread.
  template <class Use>
  auto with(std::uint64_t point, Use&& use) {
    if (slots_.empty()) {
      const PointModel model(plan_, point);
      return use(model);
    }
    return use(kept(point));
  }

 private:
  struct Slot {
    std::mutex mutex;
    std::unique_ptr<PointModel> model;
  };

  const PointModel& kept(std::uint64_t point);

  const SweepPlan& plan_;
  std::vector<Slot> slots_;
};

}  // namespace jtsim::app
