// A study of inputs as text for a terminal, as Markdown and as JSON.
#pragma once

#include <string>

#include "base/language.hpp"
#include "src/validation/input_study.hpp"

namespace jtsim::app {

/// Targets against the band of the draws, rank correlations of all parameters, Sobol indices of the
/// strongest.
std::string input_table(const InputStudy& study, Language language);
/// The same as Markdown, in English, for docs/uncertainty.md.
std::string input_markdown(const InputStudy& study);
/// {draws, refused, replicates, base_points, targets: [...], results: [...], parameters: [...]}.
std::string input_json(const InputStudy& study);

}  // namespace jtsim::app
