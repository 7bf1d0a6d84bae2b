// Everything that is exported of a comparison.
#pragma once

#include <filesystem>

#include "output/tables/table.hpp"

namespace jtsim::output {

/// The tables of a comparison, from comparison.json. Throws InputError where it is none of ours,
/// StorageError.
TableBook comparison_tables(const std::filesystem::path& directory);

}  // namespace jtsim::output
