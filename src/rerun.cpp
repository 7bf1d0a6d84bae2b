// Turns a stored run back into a scenario and an order.
#include "src/rerun.hpp"

#include <cerrno>
#include <cstdlib>
#include <string>
#include <system_error>

#include "base/error.hpp"

namespace jtsim::app {

configs::Scenario scenario_of(const output::StoredRun& stored) {
  if (stored.provenance.files.empty()) {
    Problem problem;
    problem.key_path = "/inputs";
    problem.what = tr("the results file holds no input files");
    throw InputError(std::move(problem));
  }
  return configs::load_scenario(stored.provenance.files);
}

RunOrder order_of(const output::StoredRun& stored) {
  RunOrder order;
  order.replicates = stored.replicates;
  order.leading = stored.replicates_complete;
  return order;
}

TemporaryDirectory::TemporaryDirectory() {
  std::error_code error;
  const std::filesystem::path parent = std::filesystem::temp_directory_path(error);
  std::string name = ((error ? "/tmp" : parent) / "jtsim-XXXXXX").string();
  if (mkdtemp(name.data()) == nullptr)
    throw StorageError(tr("create the directory"), name, 0, errno);
  path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

}  // namespace jtsim::app
