// What the covers of runs and comparisons share.
#pragma once

#include <string>

#include "output/report/figures.hpp"
#include "output/tables/table.hpp"

namespace jtsim::output {

/// Adds a line to a cover; nothing for null and empty texts.
void add_fact(TableBook& book, const std::string& id, const Label& what, const Json& value);
/// The same for a pair [Chinese, English] of labels.
void add_label(TableBook& book, const std::string& id, const Label& what, const Json& pair);

/// Seconds since 1970-01-01 UTC of "2026-11-20T18:46:03Z"; for anything else 1980-01-01, the first
/// day that archives know.
std::int64_t seconds_of(const Json& time);

/// When the run in a directory began, as `seconds_of`.
std::int64_t run_started(const std::filesystem::path& directory);

inline constexpr Label no_forecast_note =
    tr("This is a what-if study, no forecast: paths of coal output and new capacity are inputs.");
inline constexpr Label luck_note = tr(
    "Intervals tell luck alone, not that parameters and paths are uncertain; they are always too "
    "narrow.");
inline constexpr Label text_note = tr(
    "A text that begins with = + - @ has an apostrophe in front, lest it be taken for a formula.");

}  // namespace jtsim::output
