// An analysed sweep as report and export take it: the plan in words, results at points, analysis.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "configs/sweep_document.hpp"
#include "output/sweep_analysis.hpp"
#include "output/tables/outcome_label.hpp"

namespace jtsim::output {

/// A parameter that varies.
struct ReportedFactor {
  /// Key path, and what it means.
  Name name;
  std::string unit;
  /// Of numbers; meaningless where values are texts.
  double low = 0;
  double high = 0;
  /// By row of the design; of texts the position in `texts`.
  std::vector<double> values;
  std::vector<std::string> texts;
};

/// One outcome with everything that is known of it.
struct ReportedOutcome {
  OutcomeLabel label;
  /// By point: policy x rows + row.
  std::vector<PointFigure> points;
  std::vector<FactorInfluence> influences;
  std::vector<PolicyContrast> contrasts;
};

/// A run that failed, in words.
struct ReportedFailure {
  std::uint64_t point = 0;
  std::uint32_t replicate = 0;
  std::string why;
};

/// Where a sweep comes from.
struct SweepOrigin {
  std::string name;
  /// The directory or merged file.
  std::string place;
  bool is_merged = false;
  std::string digest;
  std::string program_version;
  std::string git_commit;
  /// Of the scenario that is varied.
  std::string label_zh;
  std::string label_en;
  int price_year = 0;
  int minimum_group = 0;
  /// At every point: "key.path=value".
  std::vector<std::string> set;
  std::string seed;
};

struct ReportedSweep {
  SweepOrigin origin;
  configs::DesignKind design{};
  std::uint64_t rows = 0;
  std::uint32_t replicates = 0;
  bool has_common_seeds = true;
  std::vector<ReportedFactor> factors;
  std::vector<std::string> policies;
  std::vector<ReportedOutcome> outcomes;
  /// Its positions of outcomes refer to `outcomes`.
  SweepAnalysis analysis;
  /// The first ones.
  std::vector<ReportedFailure> failures;

  std::uint64_t points() const { return rows * policies.size(); }
};

/// Bounds of the 90 % interval of a mean of `count` independent parts (see `half_interval`); NaN
/// where there is none.
struct MeanInterval {
  double low = 0;
  double high = 0;
};
MeanInterval interval_of(double mean, double standard_error, std::size_t count);

/// Mean and quantiles over the rows of one policy, of the means over replicates.
struct SpreadOverRows {
  std::size_t rows = 0;
  double mean = 0;
  /// Quantiles 5, 25, 50, 75, 95 %.
  std::array<double, 5> quantiles{};
};
SpreadOverRows spread_of(const ReportedSweep& sweep, const ReportedOutcome& outcome,
                         std::size_t policy);

}  // namespace jtsim::output
