// What a calibration found, for people and for programs.
#pragma once

#include <filesystem>
#include <string>

#include "base/language.hpp"
#include "src/calibration/calibrate.hpp"

namespace jtsim::app {

/// Two tables: the free parameters with their intervals; the targets before and after.
std::string fit_table(const CalibrationPlan& plan, const Fit& fit, Language language);

/// The same as Markdown, in English, for docs/calibration.md.
std::string fit_markdown(const CalibrationPlan& plan, const Fit& fit);

/// {digest, evaluations, objective_before, objective, parameters: [...], targets: [...]}.
std::string fit_json(const CalibrationPlan& plan, const Fit& fit);

/// How many targets lie in their accepted range with the fresh replicates.
std::size_t met_targets(const CalibrationPlan& plan, const Fit& fit);

/// A scenario that extends `scenario` and sets what was fitted and what the command line had set;
/// to be written to `directory`, from where it names its base.
std::string fitted_scenario(const CalibrationPlan& plan, const Fit& fit,
                            const std::filesystem::path& scenario,
                            const std::filesystem::path& directory);

}  // namespace jtsim::app
