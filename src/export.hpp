// Puts the tables of a run, comparison or sweep together for writing.
#pragma once

#include <filesystem>
#include <string>

#include "output/tables/table.hpp"

namespace jtsim::app {

/// The tables of the run, comparison or sweep in a directory (or of a results.h5, or of the merged
/// file of a sweep). Throws InputError for what is none of them, StorageError.
output::TableBook tables_of(const std::filesystem::path& path);

/// The yearly accounts of mining in the run of a directory (see output/coal_accounts.hpp) as IAMC
/// CSV; `region` is what the whole region is called. Throws InputError for what is no run of the
/// kind `transition`, StorageError.
std::string iamc_of(const std::filesystem::path& path, const std::string& region);

}  // namespace jtsim::app
