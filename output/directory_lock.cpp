// The lock of a run directory and the sentence that refuses a second run.
#include "output/directory_lock.hpp"

#include "base/error.hpp"

namespace jtsim::output {

namespace {

std::unique_ptr<FileLock> locked(const std::filesystem::path& directory) {
  try {
    return std::make_unique<FileLock>(directory / lock_file_name);
  } catch (const LockHeld& held) {
    Problem problem;
    problem.place.file = directory.string();
    problem.what = {tr("another run is being written to this directory ({})"), held.what()};
    problem.allowed = tr("wait for it, or choose another one with -o");
    throw InputError(std::move(problem));
  }
}

}  // namespace

DirectoryLock::DirectoryLock(const std::filesystem::path& directory) : lock_(locked(directory)) {}

}  // namespace jtsim::output
