// What a calibration is asked to do: which parameters are free, which targets they are fitted to.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "base/field.hpp"
#include "base/file_path.hpp"
#include "base/month.hpp"
#include "configs/factors.hpp"
#include "configs/scenario.hpp"
#include "src/validation/targets.hpp"

namespace jtsim::app {

/// How the fit is done; the keys of a plan file beside `factors`.
struct CalibrationSettings {
  /// The table of targets, relative to the plan.
  FilePath targets;
  std::vector<std::string> rows;
  std::optional<Month> end;
  int replicates = 4;
  int check_replicates = 8;
  int candidates = 16;
  int evaluations = 60;
  double prior_weight = 0.1;
  int seed = 1;

  static constexpr auto fields() {
    using S = CalibrationSettings;
    return std::tuple{
        option({"targets", "", tr("table of targets (CSV), relative to this file"), ""},
               &S::targets),
        option({"rows", "", tr("targets of use C to fit, by id or number; none: all"), ""},
               &S::rows),
        option({"end", "", tr("no scenario is simulated beyond this month"), ""}, &S::end),
        number({"replicates", "runs", tr("replicates of each candidate, the same for all"),
                "computed by convention"},
               &S::replicates, {1, 1000}, {2, 20}),
        number({"check_replicates", "runs", tr("fresh replicates that check the fit"),
                "computed by convention"},
               &S::check_replicates, {1, 1000}, {4, 40}),
        number({"candidates", "points", tr("of the Latin hypercube the search begins with"),
                "computed by convention"},
               &S::candidates, {0, 10'000}, {8, 64}),
        number({"evaluations", "points", tr("of the search from the best candidate on"),
                "computed by convention"},
               &S::evaluations, {0, 100'000}, {20, 500}),
        number({"prior_weight", "weight",
                tr("of the distance from the values in force; 1: plausible ranges count like "
                   "evidence"),
                "assumption 0-1"},
               &S::prior_weight, {0, 1000}, {0, 1}),
        number({"seed", "", tr("of the Latin hypercube"), "computed by convention"}, &S::seed,
               {0, 2'000'000'000}, {1, 1}),
    };
  }
};

/// A plan with its scenario, checked.
struct CalibrationPlan {
  CalibrationSettings settings;
  /// Those to fit, all of use C.
  std::vector<Target> targets;
  std::vector<configs::Factor> factors;
  /// Where on the unit interval the scenario's own values lie.
  std::vector<double> start;
  /// Folder of the scenario, from which targets name theirs.
  std::filesystem::path folder;
  /// What the command line sets in every scenario.
  std::vector<std::string> overrides;
  /// Changes whenever a result could.
  std::string digest;

  /// Scenarios of the targets, each once.
  std::vector<std::string> scenarios() const;
  /// The free parameters at a point of the unit cube: "path=value".
  std::vector<std::string> overrides_at(std::span<const double> point) const;
  /// A scenario of the targets at a point, no longer than the plan allows.
  configs::Scenario load(const std::string& words, const std::vector<std::string>& at_point) const;
};

/// What the command line says of a calibration.
struct CalibrationWish {
  std::filesystem::path scenario;
  std::vector<std::string> overrides;
  /// A plan (YAML), or a table of targets (CSV).
  std::filesystem::path targets;
  /// With a table of targets: key paths of the free parameters.
  std::vector<std::string> free;
};

/// Reads and checks the plan and everything it names. Throws InputError with what is wrong.
CalibrationPlan read_plan(const CalibrationWish& wish);

}  // namespace jtsim::app
