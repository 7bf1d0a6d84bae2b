// Turns what is wrong with a file that was handed to us into one sentence for the user.
#pragma once

#include <filesystem>

#include "output/hdf5_read.hpp"
#include "output/hdf5_write.hpp"

namespace jtsim::output {

/// "<path>: <what> (...)", as InputError.
[[noreturn]] void throw_not_ours(const std::filesystem::path& path, const Sentence& what);

/// Runs `read`; what it finds wrong with `path` becomes an InputError, a disk that cannot be read a
/// StorageError.
template <class Read>
auto reading(const std::filesystem::path& path, Read&& read) {
  const QuietHdf5 quiet;
  try {
    return read();
  } catch (const ForeignFile& wrong) {
    throw_not_ours(path, wrong.why());
  } catch (const Hdf5Failure& failure) {
    if (failure.system_error() != 0) throw storage_error(failure, path);
    throw_not_ours(path, {tr("cannot {}: {}"), failure.action(), failure.reason()});
  }
}

}  // namespace jtsim::output
