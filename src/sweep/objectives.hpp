// Which outcomes of a sweep are looked at, and by which of them its policies are compared.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "output/sweep_analysis.hpp"

namespace jtsim::app {

/// An outcome that is looked at: one of a run's, or several added up or averaged.
struct OutcomeColumn {
  std::string name;
  /// Positions among the outcomes of a run.
  std::vector<std::size_t> parts;
  bool is_mean = false;

  /// From all outcomes of a run; NaN if a part has no value.
  double value_in(std::span<const double> outcomes) const;
};

/// What is looked at; positions of outcomes in `objectives` are those of `columns`.
struct AnalysisSubject {
  std::vector<OutcomeColumn> columns;
  std::vector<output::Objective> objectives;
  /// Usual objectives that the names give no outcome for.
  std::vector<std::string> absent_objectives;
};

/// The usual objectives, less of each being better: "cost" is `spending.public.<years>`, the sum of
/// what central, region and insurance fund spend in the longest span of years; "unemployment" and
/// "gap" are means over years of `rate.registered_unemployment` and `inequality.gini`.
/// `names` are a run's outcomes, `patterns` and `objectives` as in `AnalysisOrder`. Throws
/// InputError for a pattern that none fits, an unknown outcome, an objective that is none.
AnalysisSubject subject_of(const std::vector<std::string>& names,
                           const std::vector<std::string>& patterns,
                           const std::vector<std::string>& objectives);

}  // namespace jtsim::app
