// What an analysed sweep says: results at every point, what the factors do, what policies do.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "agents/tables.hpp"
#include "base/sensitivity.hpp"
#include "output/summary.hpp"

namespace jtsim::output {

/// An outcome over the replicates of one point. NaN where no replicate has a value; of a single one
/// only mean and median are known.
struct PointFigure {
  /// Replicates that have a value.
  std::size_t replicates = 0;
  Statistics statistics;
};

/// What one factor does to one outcome under one policy, over the rows of the design; each row
/// counts with its mean over replicates. In a block of Saltelli's scheme and on a path of Morris's
/// only replicates count that all its rows have: their differences are those of equal luck. NaN
/// where the design does not give the figure.
struct FactorInfluence {
  std::size_t outcome = 0;
  std::size_t policy = 0;
  std::size_t factor = 0;
  /// Rows that have a value.
  std::size_t rows = 0;
  /// Spearman's, over rows; none for a factor of texts.
  double rank_correlation = 0;
  /// A bar of the tornado: mean outcome over the rows in the lowest and in the highest fifth of
  /// the factor, rows of equal value together; of texts: the lowest and highest of the means by
  /// value.
  double at_low = 0;
  double at_high = 0;
  /// For the design `saltelli`, from this many complete blocks.
  SobolIndices sobol;
  std::size_t blocks = 0;
  /// For the design `morris`.
  ElementaryEffects effects;
};

/// What a policy does to one outcome against the first policy of the sweep, at the same row and
/// replicate (with common seeds: with the same luck): mean over rows of the mean difference,
/// standard error over replicates by linearisation (NaN with fewer than two), share of rows in
/// which the difference is above zero.
struct PolicyContrast {
  std::size_t outcome = 0;
  std::size_t policy = 0;
  /// Rows with a difference, differences in all, and how many whole replicates the error rests on.
  std::size_t rows = 0;
  std::size_t pairs = 0;
  std::size_t replicates = 0;
  double difference = 0;
  double standard_error = 0;
  double share_above = 0;
};

/// An outcome that policies are compared by, and which direction is better.
struct Objective {
  /// "cost", "unemployment", "gap", or what the user calls it.
  std::string name;
  std::size_t outcome = 0;
  bool less_is_better = true;
  /// One of the usual ones below, not the user's of that name.
  bool is_usual = false;
};

/// The usual objectives.
inline constexpr std::string_view cost_objective = "cost";
inline constexpr std::string_view unemployment_objective = "unemployment";
inline constexpr std::string_view gap_objective = "gap";

/// How the names of the outcomes begin that a usual objective is made of.
std::string usual_outcomes(std::string_view objective);

/// With labels for the usual ones; others are called what the user calls them.
agents::Name name_of(const Objective& objective);

/// One policy among all by the objectives, over the rows and replicates at which all policies that
/// have any result have all objectives.
struct ParetoPolicy {
  std::size_t policy = 0;
  /// By objective: mean over rows and its standard error over replicates; NaN without any result.
  std::vector<double> means;
  std::vector<double> standard_errors;
  /// How many whole replicates the errors rest on.
  std::size_t replicates = 0;
  /// No other policy is at least as good in all objectives and better in one, by the means.
  bool is_efficient = false;
  /// Share of rows in which that holds.
  double share_efficient = 0;

  /// Without results it is neither efficient nor beaten.
  bool has_results() const { return std::isfinite(share_efficient); }
};

/// The whole; positions of policies and factors refer to the lists of the plan.
struct SweepAnalysis {
  /// What was analysed: outcomes of runs, then sums and means that objectives are made of, such as
  /// `spending.public.2021-2060`. Positions of outcomes refer to this list.
  std::vector<std::string> outcomes;
  std::vector<FactorInfluence> influences;
  std::vector<PolicyContrast> contrasts;
  std::vector<Objective> objectives;
  /// Usual objectives whose outcomes the sweep does not keep.
  std::vector<std::string> absent_objectives;
  std::vector<ParetoPolicy> policies;
  /// [objective][point of the plan].
  std::vector<std::vector<PointFigure>> points;
  std::uint64_t runs_done = 0;
  std::uint64_t runs_failed = 0;
  std::uint64_t runs_missing = 0;
  /// Rows that all policies were compared at.
  std::size_t rows_compared = 0;
};

}  // namespace jtsim::output
