// Headline figures of a run of the kind `urn`, and its table for a terminal.
#pragma once

#include <string>
#include <vector>

#include "base/language.hpp"
#include "output/outcomes.hpp"
#include "output/summary.hpp"

namespace jtsim::output {

/// Nothing for other kinds.
///   rate.<rate>.<step>                      share, at the end of the step
///   rate.unemployment.peak, rate.unemployment.peak_step   the highest rate of the run and its step
///   stock.<occupation>.<quantity>.<step>    persons or posts: every step of a small network (up to
///                                           `most_stock_outcomes` figures), else the last step
std::vector<Outcome> urn_outcomes(const Layout& layout, const ReplicateResult& result);

inline constexpr std::size_t most_stock_outcomes = 30'000;

/// The rates over the run in about twenty lines, and the peak; empty for other kinds.
std::string urn_table(const std::vector<NamedStatistics>& all, const Axes& axes, Language language);

}  // namespace jtsim::output
