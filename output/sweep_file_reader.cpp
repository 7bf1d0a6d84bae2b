// The plan and single runs of a merged file.
#include "output/sweep_file_reader.hpp"

#include <algorithm>

#include "output/foreign_input.hpp"
#include "output/sweep_file.hpp"

namespace jtsim::output {

namespace {

/// Plan, points, design and names of outcomes.
constexpr std::size_t texts_of_plan = 4;

Hdf5File opened(const std::filesystem::path& path) {
  Hdf5File file = open_to_read(path);
  if (read_number_attribute(file.get(), "sweep_format_version") != sweep_format_version)
    throw ForeignFile("sweep_format_version", tr("is of another version of jtsim"));
  return file;
}

// Reads [point, replicate, ...] of an array.
template <class Read>
auto at_run(const Hdf5Dataset& array, const std::vector<hsize_t>& run, Read&& read) {
  std::vector<hsize_t> extent = size_of(array);
  if (extent.size() < run.size() || extent[0] <= run[0] || extent[1] <= run[1])
    throw ForeignFile(tr("an array has another shape"));
  std::vector<hsize_t> first(extent.size(), 0);
  std::ranges::copy(run, first.begin());
  std::fill_n(extent.begin(), run.size(), 1);
  return read(array, first, extent);
}

Values values_at(const Hdf5Dataset& array, const std::vector<hsize_t>& run, NumberType type) {
  if (type == NumberType::float64) return at_run(array, run, read_reals);
  std::vector<std::int64_t> wide = at_run(array, run, read_integers);
  if (type == NumberType::int64) return wide;
  return std::vector<std::int32_t>(wide.begin(), wide.end());
}

}  // namespace

StoredSweep read_stored_sweep(const std::filesystem::path& path) {
  return reading(path, [&] {
    const Hdf5File file = opened(path);
    StoredSweep stored;
    stored.keeps_runs = read_number_attribute(file.get(), "keeps_runs") != 0;
    const Hdf5Group inputs = open_group(file.get(), "inputs");
    stored.plan = read_text(inputs.get(), "plan");
    stored.points = read_text(inputs.get(), "points");
    stored.design = read_text(inputs.get(), "design");
    const std::size_t members = members_of(inputs.get()).size();
    stored.inputs = read_input_files(inputs.get(), members - std::min(members, texts_of_plan));
    return stored;
  });
}

StoredSweepRun read_stored_run(const std::filesystem::path& path,
                               const std::vector<KeptArray>& arrays, std::size_t point,
                               std::size_t replicate) {
  return reading(path, [&] {
    const Hdf5File file = opened(path);
    const std::vector<hsize_t> run{point, replicate};
    StoredSweepRun stored;
    const std::int64_t state =
        at_run(open_dataset(file.get(), "run_state"), run, read_integers).front();
    if (state < 0 || state > static_cast<int>(RunState::failed))
      throw ForeignFile("run_state", tr("is no state"));
    stored.state = static_cast<RunState>(state);
    stored.outcome_names =
        lines_of(read_text(open_group(file.get(), "inputs").get(), "outcome_names"));
    if (!stored.outcome_names.empty())
      stored.outcomes = at_run(open_dataset(file.get(), "outcomes"), run, read_reals);
    for (const KeptArray& kept : arrays)
      stored.arrays.push_back(values_at(open_dataset(file.get(), kept.name), run, kept.type));
    return stored;
  });
}

StoredOutcomes::StoredOutcomes(const std::filesystem::path& path,
                               const std::array<std::size_t, 2>& runs)
    : path_(path) {
  reading(path_, [&] {
    file_ = opened(path_);
    if (read_number_attribute(file_.get(), "keeps_runs") == 0)
      throw ForeignFile(tr("keeps means and quantiles, not the runs that an analysis needs"));
    const std::vector<hsize_t> extent{runs[0], runs[1]};
    const Hdf5Dataset states = open_dataset(file_.get(), "run_state");
    if (size_of(states) != extent) throw ForeignFile("run_state", tr("has another shape"));
    for (const std::int64_t state : read_integers(states, {0, 0}, extent)) {
      done_ += state == static_cast<int>(RunState::missing) ? 0U : 1U;
      failed_ += state == static_cast<int>(RunState::failed) ? 1U : 0U;
    }
    names_ = lines_of(read_text(open_group(file_.get(), "inputs").get(), "outcome_names"));
    if (names_.empty()) return;
    outcomes_ = open_dataset(file_.get(), "outcomes");
    if (size_of(outcomes_) != std::vector<hsize_t>{runs[0], runs[1], names_.size()})
      throw ForeignFile("outcomes", tr("has another shape"));
  });
}

std::vector<double> StoredOutcomes::values(std::size_t replicate, std::size_t first,
                                           std::size_t count) const {
  return reading(path_, [&] {
    return read_reals(outcomes_, {first, replicate, 0}, {count, 1, names_.size()});
  });
}

}  // namespace jtsim::output
