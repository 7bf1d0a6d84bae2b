// Puts the tables of a run or comparison together for writing.
#pragma once

#include <filesystem>

#include "output/tables/table.hpp"

namespace jtsim::app {

/// The tables of the run or comparison in a directory (or of a results.h5). Throws InputError for
/// what is neither, StorageError.
output::TableBook tables_of(const std::filesystem::path& path);

}  // namespace jtsim::app
