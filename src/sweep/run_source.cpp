// Opens parts or a merged file for an analysis.
#include "src/sweep/run_source.hpp"

#include <algorithm>

#include "output/sweep_file_reader.hpp"
#include "src/sweep/rerun_run.hpp"
#include "src/sweep/sweep_directory.hpp"

namespace jtsim::app {

namespace {

namespace fs = std::filesystem;

void with_parts(const SweepDirectory& directory, const SweepPlan& plan,
                const std::function<void(const RunSource&)>& use) {
  const auto index = open_index(directory, plan);
  const PartStore store = survey(directory, plan, index.get());
  require_undamaged(directory, store);
  RunReader reader(directory, plan, store);
  use(source_of(reader));
}

void with_merged_file(const fs::path& file, const SweepPlan& plan,
                      const std::function<void(const RunSource&)>& use) {
  const output::StoredOutcomes stored(file, {plan.points(), plan.replicates});
  RunSource source;
  source.names = stored.names();
  source.done = stored.done();
  source.failed = stored.failed();
  source.outcomes = [&](std::uint64_t first, std::uint64_t count) {
    std::vector<double> values;
    values.reserve(count * stored.names().size());
    // Runs of one replicate lie together.
    for (std::uint64_t run = first; run < first + count;) {
      const std::uint64_t point = plan.point_of(run);
      const std::uint64_t length = std::min(first + count - run, plan.points() - point);
      const std::vector<double> some = stored.values(plan.replicate_of(run), point, length);
      values.insert(values.end(), some.begin(), some.end());
      run += length;
    }
    return values;
  };
  use(source);
}

}  // namespace

RunSource source_of(RunReader& reader) {
  RunSource source;
  source.names = reader.outcome_names();
  source.outcomes = [&reader](std::uint64_t first, std::uint64_t count) {
    return reader.outcomes(first, count);
  };
  source.done = reader.store().done;
  source.failed = reader.store().failed;
  return source;
}

bool is_merged_sweep(const fs::path& path) {
  std::error_code error;
  return fs::is_regular_file(path, error) && path.filename() != "results.h5";
}

SweepPlan SweepPlace::plan() const {
  return is_merged_ ? plan_inside(path_) : SweepDirectory(path_).read_plan();
}

void SweepPlace::with_runs(const SweepPlan& plan,
                           const std::function<void(const RunSource&)>& use) const {
  if (is_merged_) {
    with_merged_file(path_, plan, use);
  } else {
    with_parts(SweepDirectory(path_), plan, use);
  }
}

}  // namespace jtsim::app
