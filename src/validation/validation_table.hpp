// The rows of `jtsim validate` as text for a terminal, as Markdown and as JSON.
#pragma once

#include <string>

#include "base/language.hpp"
#include "src/validation/finding.hpp"

namespace jtsim::app {

/// Columns under each other, then how many rows passed.
std::string validation_table(const Findings& findings, Language language);
/// A table for docs/validation.md, in English.
std::string validation_markdown(const Findings& findings);
/// [{id, use, what_zh, what_en, unit, value, standard_error, q05, q95, low, high, verdict, note}];
/// what is not known is null.
std::string validation_json(const Findings& findings);

/// How many rows of a use have a verdict.
std::size_t count_of(const Findings& findings, Use use, Verdict verdict);

}  // namespace jtsim::app
