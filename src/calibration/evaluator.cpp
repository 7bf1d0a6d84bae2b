// From points to the means of their figures.
#include "src/calibration/evaluator.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "src/validation/figures.hpp"

namespace jtsim::app {

namespace {

constexpr double none = std::numeric_limits<double>::quiet_NaN();
/// Variance of a uniform number on the unit interval.
constexpr double uniform_variance = 1.0 / 12;
/// Scenarios that are in memory at a time.
constexpr std::size_t batch = 32;

}  // namespace

double spread_of(const Target& target) {
  return (target.row.accepted.high - target.row.accepted.low) / 2 / normal_90;
}

double Evaluator::objective_of(const Evaluation& e) const {
  if (!e.refusal.empty()) return std::numeric_limits<double>::infinity();
  double sum = 0;
  for (std::size_t k = 0; k < plan_.targets.size(); ++k) {
    const double spread = spread_of(plan_.targets[k]);
    // A target without tolerance must be met and cannot be fitted.
    if (!(spread > 0)) continue;
    const double distance = (e.means[k] - plan_.targets[k].evidence) / spread;
    sum += distance * distance;
  }
  for (std::size_t j = 0; j < e.point.size(); ++j) {
    const double distance = e.point[j] - plan_.start[j];
    sum += plan_.settings.prior_weight * distance * distance / uniform_variance;
  }
  return std::isnan(sum) ? std::numeric_limits<double>::infinity() : sum;
}

void Evaluator::keep_if_best(const Evaluation& evaluation) {
  if (evaluation.stage == "check" || evaluation.stage == "slope") return;
  if (!best_ || evaluation.objective < best_->objective) best_ = evaluation;
}

void Evaluator::note(Evaluation evaluation) {
  evaluation.objective = objective_of(evaluation);
  keep_if_best(evaluation);
  if (watch_.tell) watch_.tell(evaluation, best_ ? *best_ : evaluation);
  trace_.add(std::move(evaluation));
}

void Evaluator::simulate(const std::vector<std::vector<double>>& points, const std::string& stage,
                         output::ReplicateRange replicates) {
  const std::vector<std::string> words = plan_.scenarios();
  std::vector<configs::Scenario> scenarios;
  for (const auto& point : points) {
    for (const std::string& word : words)
      scenarios.push_back(plan_.load(word, plan_.overrides_at(point)));
  }
  FigureRuns runs{.replicates = replicates, .threads = watch_.threads, .stop = watch_.stop};
  for (const Target& target : plan_.targets) runs.wanted.insert(target.outcome);
  const auto measured = measure(scenarios, runs);
  if (!measured) throw SearchStopped{};
  for (std::size_t i = 0; i < points.size(); ++i) {
    Evaluation e{.stage = stage, .point = points[i], .replicates = replicates};
    for (const Target& target : plan_.targets) {
      const auto word =
          static_cast<std::size_t>(std::ranges::find(words, target.scenario) - words.begin());
      const Measured& of_scenario = (*measured)[i * words.size() + word];
      const auto mean = mean_of(of_scenario.figures, target.outcome);
      e.means.push_back(mean ? mean->mean : none);
      e.standard_errors.push_back(mean ? mean->standard_error : none);
      if (e.refusal.empty()) e.refusal = of_scenario.refusal;
    }
    note(std::move(e));
  }
}

std::vector<Evaluation> Evaluator::evaluate(const std::vector<std::vector<double>>& points,
                                            const std::string& stage,
                                            output::ReplicateRange replicates) {
  std::vector<std::vector<double>> unknown;
  for (const auto& point : points) {
    if (trace_.find(point, replicates) == nullptr) unknown.push_back(point);
  }
  const std::size_t at_once = std::max<std::size_t>(1, batch / plan_.scenarios().size());
  for (std::size_t begin = 0; begin < unknown.size(); begin += at_once) {
    const std::size_t end = std::min(begin + at_once, unknown.size());
    simulate({unknown.begin() + static_cast<std::ptrdiff_t>(begin),
              unknown.begin() + static_cast<std::ptrdiff_t>(end)},
             stage, replicates);
  }
  std::vector<Evaluation> found;
  for (const auto& point : points) {
    Evaluation evaluation = *trace_.find(point, replicates);
    evaluation.stage = stage;
    keep_if_best(evaluation);
    found.push_back(std::move(evaluation));
  }
  return found;
}

}  // namespace jtsim::app
