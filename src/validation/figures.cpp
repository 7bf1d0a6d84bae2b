// Replicates of many scenarios on one crew of threads.
#include "src/validation/figures.hpp"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <memory>
#include <mutex>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "output/summary.hpp"
#include "src/model.hpp"
#include "src/replicates.hpp"
#include "src/validation/measures.hpp"

namespace jtsim::app {

namespace {

/// A scenario ready to be simulated.
struct Ready {
  std::unique_ptr<Model> model;
  output::Layout layout;
};

class FigureCrew {
 public:
  FigureCrew(std::span<const configs::Scenario> scenarios, const FigureRuns& runs)
      : runs_(runs), measured_(scenarios.size()) {
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
      try {
        auto model = std::make_unique<Model>(scenarios[i]);
        output::Layout layout = model->layout(runs.replicates);
        ready_.push_back({std::move(model), std::move(layout)});
        position_.push_back(i);
      } catch (const InputError& error) {
        measured_[i].refusal = error.what();
      }
    }
  }

  std::optional<std::vector<Measured>> run() {
    const auto jobs = static_cast<std::uint32_t>(ready_.size() * runs_.replicates.count);
    if (jobs == 0) return std::move(measured_);
    const std::uint32_t crew = std::min(runs_.threads, jobs);
    ReplicateWork work;
    work.run = [&](std::uint32_t job) {
      Outcome outcome = Outcome::given_up;
      ThreadLimit(std::max<std::size_t>(1, runs_.threads / crew)).run([&] { outcome = one(job); });
      return outcome;
    };
    work.release = [] {};
    work.look = [&] {
      if (runs_.look) runs_.look(done_.load());
    };
    run_replicates({0, jobs}, crew, work, runs_.stop);
    if (runs_.stop.stop_requested()) return std::nullopt;
    return std::move(measured_);
  }

 private:
  Outcome one(std::uint32_t job) {
    const Ready& ready = ready_[job / runs_.replicates.count];
    const std::uint32_t replicate = runs_.replicates.first + job % runs_.replicates.count;
    const auto result = ready.model->simulate(ready.layout, replicate, {.stop = runs_.stop});
    if (!result) return Outcome::given_up;
    std::vector<output::Outcome> outcomes = output::outcomes_of(ready.layout, *result);
    for (output::Outcome& outcome : measures_of(ready.model->scenario(), ready.layout, *result))
      outcomes.push_back(std::move(outcome));
    keep(position_[job / runs_.replicates.count], replicate, outcomes);
    ++done_;
    return Outcome::done;
  }

  void keep(std::size_t scenario, std::uint32_t replicate,
            const std::vector<output::Outcome>& outcomes) {
    const std::scoped_lock lock(mutex_);
    for (const output::Outcome& outcome : outcomes) {
      const bool wanted = runs_.wanted.empty() || runs_.wanted.contains(outcome.name);
      if (wanted && !std::isnan(outcome.value))
        measured_[scenario].figures[outcome.name][replicate] = outcome.value;
    }
  }

  const FigureRuns& runs_;
  std::vector<Ready> ready_;
  /// Of each that is ready among the scenarios.
  std::vector<std::size_t> position_;
  std::vector<Measured> measured_;
  std::mutex mutex_;
  std::atomic<std::uint64_t> done_{0};
};

}  // namespace

std::optional<std::vector<Measured>> measure(std::span<const configs::Scenario> scenarios,
                                             const FigureRuns& runs) {
  return FigureCrew(scenarios, runs).run();
}

std::optional<MeanFigure> mean_of(const Figures& figures, const std::string& name) {
  const auto found = figures.find(name);
  if (found == figures.end()) return std::nullopt;
  std::vector<double> values;
  for (const auto& [replicate, value] : found->second) values.push_back(value);
  const output::Statistics statistics = output::statistics_of(std::move(values));
  return MeanFigure{statistics.mean, statistics.standard_error};
}

}  // namespace jtsim::app
