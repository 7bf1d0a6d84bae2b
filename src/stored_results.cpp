// Opens runs and tells them from comparisons and sweeps.
#include "src/stored_results.hpp"

#include "base/error.hpp"
#include "src/model.hpp"
#include "src/rerun.hpp"
#include "src/sweep/run_source.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

bool is_file(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error);
}

}  // namespace

fs::path directory_of_results(const fs::path& path) {
  const bool is_named = path.filename() == "results.h5" || is_merged_sweep(path);
  return is_named ? path.parent_path() : path;
}

Stored stored_at(const fs::path& path) {
  if (is_merged_sweep(path)) return Stored::sweep;
  const fs::path directory = directory_of_results(path);
  if (is_file(directory / "results.h5")) return Stored::run;
  if (is_file(directory / "comparison.json")) return Stored::comparison;
  if (is_file(directory / "plan.json")) return Stored::sweep;
  Problem problem;
  problem.what =
      Sentence(tr("{} holds neither results.h5 nor comparison.json nor the plan.json of a sweep"),
               directory.string());
  problem.allowed = tr("directories that `jtsim run`, `jtsim compare` or `jtsim sweep` wrote");
  throw InputError(std::move(problem));
}

OpenRun::OpenRun(fs::path directory)
    : directory_(std::move(directory)),
      stored_(output::read_stored_run(directory_ / "results.h5")),
      scenario_(scenario_of(stored_)),
      layout_(Model(scenario_).layout(stored_.replicates)) {}

fs::path found_run(const fs::path& named, const fs::path& comparison) {
  for (const fs::path& place :
       {named, fs::absolute(comparison).lexically_normal().parent_path() / named.filename()}) {
    if (is_file(place / "results.h5") && is_file(place / "summary.json")) return place;
  }
  return {};
}

}  // namespace jtsim::app
