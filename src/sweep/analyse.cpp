// Goes through the outcomes of a sweep, as many at a time as memory holds.
#include "src/sweep/analyse.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include "base/error.hpp"
#include "base/parallel.hpp"
#include "output/run_statistics.hpp"
#include "src/sweep/drivers.hpp"
#include "src/sweep/objectives.hpp"
#include "src/sweep/policy_comparison.hpp"

namespace jtsim::app {

namespace {

using output::PointFigure;
using output::SweepAnalysis;

/// Of runs that are read together.
constexpr std::size_t read_bytes = std::size_t{8} << 20;
/// Of what is found of outcomes before it is handed on.
constexpr std::size_t found_bytes = std::size_t{8} << 20;

PointFigure figure_of(std::span<const double> runs) {
  const auto values = static_cast<std::size_t>(
      std::ranges::count_if(runs, [](double value) { return std::isfinite(value); }));
  return {values, output::statistics_of_runs({runs.begin(), runs.end()})};
}

class Analysis {
 public:
  Analysis(const SweepPlan& plan, const RunSource& source, const AnalysisOrder& order)
      : plan_(plan),
        source_(source),
        stop_(order.stop),
        values_bytes_(order.values_bytes),
        drivers_(plan),
        subject_(subject_of(source.names, order.outcomes, order.objectives)) {
    for (const OutcomeColumn& column : subject_.columns) found_.outcomes.push_back(column.name);
    found_.objectives = subject_.objectives;
    found_.absent_objectives = subject_.absent_objectives;
    found_.runs_done = source.done;
    found_.runs_failed = source.failed;
    found_.runs_missing = plan.runs() - source.done;
    found_.points.resize(subject_.objectives.size());
    kept_.resize(subject_.objectives.size());
  }

  SweepAnalysis run(const TakeOutcome& take) {
    const std::size_t columns = subject_.columns.size();
    const std::size_t at_once =
        std::max<std::size_t>(1, values_bytes_ / (plan_.runs() * sizeof(double)));
    for (std::size_t first = 0; first < columns; first += at_once) {
      const std::size_t count = std::min(at_once, columns - first);
      read(first, count);
      if (stop_.stop_requested()) return std::move(found_);
      analyse_columns(first, count, take);
    }
    compare();
    return std::move(found_);
  }

 private:
  /// A few columns at a time: what is found of one takes more memory than its values.
  void analyse_columns(std::size_t first, std::size_t count, const TakeOutcome& take) {
    const std::size_t bytes = plan_.points() * (sizeof(PointFigure) + sizeof(double));
    const std::size_t at_once = std::max<std::size_t>(1, found_bytes / bytes);
    for (std::size_t begin = 0; begin < count; begin += at_once) {
      std::vector<AnalysedOutcome> analysed(std::min(at_once, count - begin));
      parallel_blocks(analysed.size(), 1, [&](const Block& block) {
        const std::size_t k = begin + block.index;
        analysed[block.index] = analysed_column(first + k, k);
      });
      for (std::size_t i = 0; i < analysed.size(); ++i) keep(analysed[i], begin + i, take);
    }
  }

  /// Values [column][point][replicate] of `count` columns.
  void read(std::size_t first_column, std::size_t count) {
    const std::size_t replicates = plan_.replicates;
    values_.assign(count, std::vector<double>(plan_.runs()));
    const std::size_t width = source_.names.size();
    const std::uint64_t at_once =
        std::max<std::uint64_t>(1, read_bytes / (std::max<std::size_t>(1, width) * sizeof(double)));
    for (std::uint64_t first = 0; first < plan_.runs() && !stop_.stop_requested();
         first += at_once) {
      const std::uint64_t runs = std::min(at_once, plan_.runs() - first);
      const std::vector<double> rows = source_.outcomes(first, runs);
      for (std::uint64_t i = 0; i < runs; ++i) {
        const std::uint64_t run = first + i;
        const std::size_t to = plan_.point_of(run) * replicates + plan_.replicate_of(run);
        const auto row = std::span(rows).subspan(i * width, width);
        for (std::size_t k = 0; k < count; ++k)
          values_[k][to] = subject_.columns[first_column + k].value_in(row);
      }
    }
  }

  RunTable table(const std::vector<double>& values, std::size_t policy) const {
    const std::size_t size = plan_.rows() * plan_.replicates;
    return {plan_.replicates, std::span(values).subspan(policy * size, size)};
  }

  AnalysedOutcome analysed_column(std::size_t position, std::size_t k) const {
    AnalysedOutcome outcome;
    outcome.name = subject_.columns[position].name;
    outcome.position = position;
    const std::vector<double>& values = values_[k];
    for (std::size_t point = 0; point < plan_.points(); ++point) {
      outcome.points.push_back(
          figure_of(std::span(values).subspan(point * plan_.replicates, plan_.replicates)));
    }
    for (std::size_t policy = 0; policy < plan_.policies.size(); ++policy) {
      outcome.row_means.push_back(drivers_.means_of(table(values, policy)));
      for (output::FactorInfluence& influence : drivers_.influences(outcome.row_means.back())) {
        influence.outcome = position;
        influence.policy = policy;
        outcome.influences.push_back(influence);
      }
      if (policy == 0) continue;
      output::PolicyContrast against = contrast(table(values, 0), table(values, policy));
      against.outcome = position;
      against.policy = policy;
      outcome.contrasts.push_back(against);
    }
    return outcome;
  }

  void keep(const AnalysedOutcome& outcome, std::size_t k, const TakeOutcome& take) {
    auto& influences = found_.influences;
    auto& contrasts = found_.contrasts;
    influences.insert(influences.end(), outcome.influences.begin(), outcome.influences.end());
    contrasts.insert(contrasts.end(), outcome.contrasts.begin(), outcome.contrasts.end());
    for (std::size_t i = 0; i < subject_.objectives.size(); ++i) {
      if (subject_.objectives[i].outcome != outcome.position) continue;
      found_.points[i] = outcome.points;
      kept_[i] = values_[k];
    }
    if (take) take(outcome);
  }

  void compare() {
    std::vector<std::vector<RunTable>> tables;
    for (const std::vector<double>& values : kept_) {
      std::vector<RunTable>& of = tables.emplace_back();
      for (std::size_t policy = 0; policy < plan_.policies.size(); ++policy)
        of.push_back(table(values, policy));
    }
    ParetoComparison comparison = compare_policies(tables, subject_.objectives);
    found_.policies = std::move(comparison.policies);
    found_.rows_compared = comparison.rows;
  }

  const SweepPlan& plan_;
  const RunSource& source_;
  std::stop_token stop_;
  std::size_t values_bytes_;
  Drivers drivers_;
  AnalysisSubject subject_;
  SweepAnalysis found_;
  std::vector<std::vector<double>> values_;
  /// Values of objectives.
  std::vector<std::vector<double>> kept_;
};

void require_outcomes(const SweepPlan& plan, const RunSource& source) {
  const auto refuse = [](const Sentence& what, const Sentence& hint) {
    throw InputError(Problem{{}, "", what, hint});
  };
  if (plan.outcomes.empty())
    refuse(tr("the sweep keeps no outcomes"), tr("`record: [outcomes]` in the file of the sweep"));
  if (source.done == 0)
    refuse(tr("no run of the sweep is done"), tr("`jtsim sweep run DIR` does them"));
  if (source.names.empty())
    refuse(Sentence(tr("all {} runs that are done failed, or their outcomes fit none of the "
                       "sweep's patterns"),
                    source.done),
           tr("`jtsim sweep status DIR` tells why runs failed"));
}

}  // namespace

SweepAnalysis analyse(const SweepPlan& plan, const RunSource& source, const AnalysisOrder& order,
                      const TakeOutcome& take) {
  require_outcomes(plan, source);
  return Analysis(plan, source, order).run(take);
}

}  // namespace jtsim::app
