// From the library's reason to a sentence with path and bytes.
#include "output/hdf5_storage_error.hpp"

#include <fmt/format.h>

namespace jtsim::output {

StorageError storage_error(const Hdf5Failure& failure, const std::filesystem::path& path) {
  std::string action = failure.what();
  if (failure.system_error() == 0 && !failure.reason().empty()) {
    action += fmt::format(" ({})", failure.reason());
  }
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(path, ignored);
  return {action + " of", path, ignored ? 0 : bytes, failure.system_error()};
}

}  // namespace jtsim::output
