// Dimensions and arrays of a merged file.
#include "output/sweep_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/error.hpp"
#include "output/axis_variables.hpp"
#include "output/chunk_codec.hpp"
#include "output/no_value.hpp"
#include "output/provenance.hpp"
#include "output/run_statistics.hpp"

namespace jtsim::output {

namespace {

using AxisNames = NamedArrays::Axes;

constexpr std::array<std::string_view, statistics_kept> statistic_names{"mean", "standard_error",
                                                                        "q05", "q50", "q95"};
constexpr std::array<std::string_view, quantiles_kept> quantile_names{"q05", "q50", "q95"};
/// Of outcomes of one replicate in a chunk, and of all replicates that are in memory together.
constexpr std::size_t chunk_bytes = std::size_t{256} << 10;
constexpr std::size_t group_bytes = std::size_t{64} << 20;

std::vector<agents::Name> plain_names(const std::vector<std::string>& ids) {
  std::vector<agents::Name> names;
  for (const std::string& id : ids) names.push_back({id, id, id});
  return names;
}

template <std::size_t n>
std::vector<agents::Name> plain_names(const std::array<std::string_view, n>& ids) {
  std::vector<agents::Name> names;
  for (const std::string_view id : ids)
    names.push_back({std::string(id), std::string(id), std::string(id)});
  return names;
}

std::vector<std::int32_t> counted(std::size_t count) {
  std::vector<std::int32_t> numbers(count);
  for (std::size_t i = 0; i < count; ++i) numbers[i] = static_cast<std::int32_t>(i);
  return numbers;
}

std::size_t points_in_group(const SweepFileHead& head) {
  const std::size_t row = std::max<std::size_t>(1, head.outcomes.size()) * sizeof(double);
  const std::size_t bytes = std::min(chunk_bytes, group_bytes / head.replicate_count);
  return std::clamp<std::size_t>(bytes / row, 1, head.point_count);
}

void write_fill_attribute(hid_t array, NumberType type) {
  switch (type) {
    case NumberType::int32:
      return write_attribute(array, "_FillValue", fill_value<std::int32_t>);
    case NumberType::int64:
      return write_attribute(array, "_FillValue", fill_value<std::int64_t>);
    case NumberType::float64:
      return write_attribute(array, "_FillValue", fill_value<double>);
  }
}

void put(Hdf5Dataset& array, const std::vector<hsize_t>& offset,
         const std::vector<double>& values) {
  write_chunk(array, offset, pack_chunk(std::as_bytes(std::span(values)), sizeof(double)));
}

}  // namespace

SweepFile::SweepFile(const std::filesystem::path& path, const SweepFileHead& head,
                     const Layout& layout)
    : file_(path),
      points_(head.point_count),
      replicates_(head.replicate_count),
      outcomes_(head.outcomes.size()),
      arrays_(head.arrays),
      keeps_runs_(head.keeps_runs),
      group_points_(points_in_group(head)) {
  write_head(head);
  write_dimensions(head);
  create_outcomes(head);
  create_arrays(layout);
}

void SweepFile::write_head(const SweepFileHead& head) {
  const hid_t root = file_.root();
  write_attribute(root, "Conventions", std::string_view("CF-1.10"));
  write_attribute(root, "title", std::string_view("A sweep over where coal workers go"));
  write_attribute(root, "source", "jtsim " + head.program_version);
  write_attribute(root, "sweep_format_version", sweep_format_version);
  write_attribute(root, "program_version", std::string_view(head.program_version));
  write_attribute(root, "git_commit", std::string_view(head.git_commit));
  write_attribute(root, "sweep", std::string_view(head.name));
  write_attribute(root, "sweep_digest", std::string_view(head.digest));
  write_attribute(root, "design_kind", std::string_view(head.design_kind));
  write_attribute(root, "keeps_runs", std::int32_t{keeps_runs_ ? 1 : 0});
  write_attribute(root, "generator", generator_text);
  write_attribute(root, "stream_rule", stream_rule_text);
  Hdf5Group inputs = create_group(root, "inputs");
  write_text(inputs.get(), "plan", head.plan).close(tr("close a text"));
  write_text(inputs.get(), "points", head.points).close(tr("close a text"));
  write_text(inputs.get(), "design", head.design).close(tr("close a text"));
  std::string names;
  for (const std::string& name : head.outcomes) names += name + '\n';
  write_text(inputs.get(), "outcome_names", names).close(tr("close a text"));
  write_input_files(inputs.get(), head.inputs);
  inputs.close(tr("close a group"));
}

void SweepFile::write_dimensions(const SweepFileHead& head) {
  file_.add_numbers("point", tr("point of the plan, counted from 0"), counted(points_));
  file_.add_texts("point_policy", tr("policy of a point"), head.policies);
  file_.add_texts("point_digest", tr("digest of a point's scenario"), head.digests);
  file_.add_int32s("design_row", tr("row of the design, the same for all policies"),
                   head.design_rows);
  file_.add_numbers("replicate", tr("replicate, counted from 0"), counted(replicates_));
  if (!head.factors.empty()) {
    file_.add_names("factor", tr("parameter that varies"), plain_names(head.factors));
    file_.add_texts("factor_unit", tr("unit"), head.factor_units);
    file_.add_texts("factor_values", tr("values that are texts, by their number"),
                    head.factor_values);
    file_.add_array("design", tr("value of each factor; texts by their number"),
                    {"point", "factor"}, head.design_values);
    if (!head.unit_values.empty())
      file_.add_array("unit_design", tr("the design in the unit cube"), {"point", "factor"},
                      head.unit_values);
  }
}

void SweepFile::create_outcomes(const SweepFileHead& head) {
  if (outcomes_ == 0) return;
  file_.add_names("statistic", tr("over the replicates of a point"), plain_names(statistic_names));
  file_.add_names("outcome", tr("outcome"), plain_names(head.outcomes));
  const hid_t real = hdf5_type<double>();
  const auto with_fill = [&](Hdf5Dataset array) {
    write_attribute(array.get(), "_FillValue", no_value);
    return array;
  };
  if (keeps_runs_) {
    outcome_runs_ = with_fill(file_.create("outcomes", tr("outcomes of every run"),
                                           {"point", "replicate", "outcome"},
                                           {real, &no_value, {group_points_, 1, outcomes_}}));
  }
  outcome_statistics_ = with_fill(file_.create(
      "outcome_statistics", tr("outcomes over replicates"), {"point", "statistic", "outcome"},
      {real, &no_value, {group_points_, statistics_kept, outcomes_}}));
}

void SweepFile::add_axes(const Layout& layout) {
  for (const KeptArray& kept : arrays_) {
    const Layout::Entry& entry = layout.entries()[layout.find(kept.name)];
    for (const Axis axis : entry.series->axes) {
      const std::string name(identifier(axis));
      if (file_.has_dimension(name)) continue;
      const Coordinate& coordinate = layout.axes()[axis];
      Hdf5Dataset scale = write_coordinate(file_.root(), axis, coordinate);
      if (!coordinate.names.empty()) write_labels(file_.root(), axis, coordinate, scale);
      file_.adopt(name, coordinate.size(), std::move(scale));
    }
  }
}

void SweepFile::create_arrays(const Layout& layout) {
  add_axes(layout);
  if (!keeps_runs_ && !arrays_.empty())
    file_.add_names("quantile", tr("quantile", "over the replicates of a point"),
                    plain_names(quantile_names));
  for (const KeptArray& kept : arrays_) {
    const Series& series = *layout.entries()[layout.find(kept.name)].series;
    const auto create = [&](const std::string& suffix, const AxisNames& before, hid_t type,
                            const void* fill) {
      AxisNames axes = before;
      std::vector<hsize_t> chunk(before.size(), 1);
      for (const Axis axis : series.axes) axes.push_back(identifier(axis));
      chunk.insert(chunk.end(), kept.shape.begin(), kept.shape.end());
      Hdf5Dataset array =
          file_.create(kept.name + suffix, series.meaning, axes, {type, fill, chunk});
      write_attribute(array.get(), "units", series.unit);
      write_fill_attribute(array.get(), suffix.empty() ? kept.type : NumberType::float64);
      return array;
    };
    Stored& stored = stored_.emplace_back();
    if (keeps_runs_) {
      stored.runs = create("", {"point", "replicate"}, hdf5_type_of(kept.type), fill_of(kept.type));
      continue;
    }
    stored.mean = create("_mean", {"point"}, hdf5_type<double>(), &no_value);
    stored.quantiles = create("_quantiles", {"point", "quantile"}, hdf5_type<double>(), &no_value);
  }
}

void SweepFile::write_states(const std::vector<RunState>& states,
                             const std::vector<StoredFailure>& failures) {
  constexpr std::int8_t fill = 0;
  const std::vector<hsize_t> chunk{std::min<hsize_t>(points_, 4096),
                                   std::min<hsize_t>(replicates_, 64)};
  Hdf5Dataset array = file_.create("run_state", tr("what became of a run"), {"point", "replicate"},
                                   {hdf5_type<std::int8_t>(), &fill, chunk});
  constexpr std::array<std::int8_t, 3> values{0, 1, 2};
  write_attribute(array.get(), "flag_values", std::span<const std::int8_t>(values));
  write_attribute(array.get(), "flag_meanings", std::string_view("missing done failed"));
  check(
      H5Dwrite(array.get(), hdf5_type<std::int8_t>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, states.data()),
      tr("write states"));
  array.close(tr("close states"));
  if (failures.empty()) return;
  std::vector<std::int32_t> points;
  std::vector<std::int32_t> replicates;
  std::vector<std::string> texts;
  for (const StoredFailure& failure : failures) {
    points.push_back(failure.point);
    replicates.push_back(failure.replicate);
    texts.push_back(failure.why);
  }
  file_.add_numbers("failure", tr("failed run"), counted(failures.size()));
  file_.add_int32s("failure_point", tr("its point"), points);
  file_.add_int32s("failure_replicate", tr("its replicate"), replicates);
  file_.add_texts("failure_reason", tr("why it failed"), texts);
}

void SweepFile::write_outcomes(std::size_t first_point, const std::vector<double>& values) {
  if (outcomes_ == 0) return;
  const std::size_t group = group_points_ * outcomes_;
  expect(values.size() == replicates_ * group, "a group has a value for every run and outcome");
  for (std::size_t r = 0; keeps_runs_ && r < replicates_; ++r) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(r * group);
    put(outcome_runs_, {first_point, r, 0}, {begin, begin + static_cast<std::ptrdiff_t>(group)});
  }
  std::vector<double> all(group_points_ * statistics_kept * outcomes_, no_value);
  for (std::size_t i = 0; i < group; ++i) {
    std::vector<double> runs(replicates_);
    for (std::size_t r = 0; r < replicates_; ++r) runs[r] = values[r * group + i];
    const Statistics s = statistics_of_runs(std::move(runs));
    const std::array<double, statistics_kept> row{s.mean, s.standard_error, s.q05, s.q50, s.q95};
    const std::size_t point = i / outcomes_;
    for (std::size_t k = 0; k < statistics_kept; ++k)
      all[(point * statistics_kept + k) * outcomes_ + i % outcomes_] = row[k];
  }
  put(outcome_statistics_, {first_point, 0, 0}, all);
}

void SweepFile::write_array(std::size_t array, std::size_t point, std::size_t replicate,
                            const std::vector<std::byte>& chunk) {
  std::vector<hsize_t> offset(arrays_[array].shape.size() + 2, 0);
  offset[0] = point;
  offset[1] = replicate;
  write_chunk(stored_[array].runs, offset, chunk);
}

void SweepFile::write_array_statistics(std::size_t array, std::size_t point,
                                       const std::vector<std::vector<double>>& runs) {
  const std::size_t size = arrays_[array].size();
  std::vector<double> mean(size);
  std::array<std::vector<double>, quantiles_kept> quantiles;
  for (auto& quantile : quantiles) quantile.resize(size);
  for (std::size_t i = 0; i < size; ++i) {
    std::vector<double> values;
    for (const std::vector<double>& run : runs) values.push_back(run[i]);
    const Statistics s = statistics_of_runs(std::move(values));
    mean[i] = s.mean;
    quantiles[0][i] = s.q05;
    quantiles[1][i] = s.q50;
    quantiles[2][i] = s.q95;
  }
  std::vector<hsize_t> offset(arrays_[array].shape.size() + 1, 0);
  offset[0] = point;
  put(stored_[array].mean, offset, mean);
  offset.insert(offset.begin() + 1, 0);
  for (std::size_t q = 0; q < quantiles_kept; ++q) {
    offset[1] = q;
    put(stored_[array].quantiles, offset, quantiles[q]);
  }
}

void SweepFile::close() {
  outcome_runs_.close(tr("close outcomes"));
  outcome_statistics_.close(tr("close statistics"));
  for (Stored& stored : stored_) {
    stored.runs.close(tr("close an array"));
    stored.mean.close(tr("close an array"));
    stored.quantiles.close(tr("close an array"));
  }
  file_.close();
}

}  // namespace jtsim::output
