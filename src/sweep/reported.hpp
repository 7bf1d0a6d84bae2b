// An analysed sweep for report and export: from its directory or its merged file.
#pragma once

#include <cstdint>
#include <filesystem>

#include "output/reported_sweep.hpp"

namespace jtsim::app {

/// Which outcomes are told of: some main ones with the objectives, or all where they are not too
/// many for tables.
enum class Breadth : std::uint8_t { main, all };

/// Throws InputError if there is no sweep, none of its runs is done or it keeps no outcomes;
/// StorageError.
output::ReportedSweep reported_sweep(const std::filesystem::path& path, Breadth breadth);

}  // namespace jtsim::app
