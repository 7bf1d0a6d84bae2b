// Tells a failure of the HDF5 library as a failure of the disk.
#pragma once

#include <filesystem>

#include "base/error.hpp"
#include "output/hdf5_handle.hpp"

namespace jtsim::output {

/// The failure with the file that was written and its size so far.
StorageError storage_error(const Hdf5Failure& failure, const std::filesystem::path& path);

}  // namespace jtsim::output
