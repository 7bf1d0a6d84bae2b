// Builds the structure of results.h5 and writes packed chunks into it.
#include "output/results_sink.hpp"

#include <set>

#include "base/error.hpp"
#include "output/axis_variables.hpp"
#include "output/stored_inputs.hpp"

namespace jtsim::output {

namespace {

/// The axes that the arrays of a file need.
std::set<Axis> axes_used(const Layout& layout, KeepRegister keep) {
  std::set<Axis> used{Axis::replicate};
  for (const Layout::Entry& entry : layout.entries()) {
    used.insert(entry.series->axes.begin(), entry.series->axes.end());
  }
  if (keep == KeepRegister::yes && layout.axes().size(Axis::mine) > 0) used.insert(Axis::mine);
  return used;
}

}  // namespace

ResultsSink::ResultsSink(const std::filesystem::path& path, const Layout& layout,
                         Provenance provenance, KeepRegister keep)
    : layout_(layout), provenance_(std::move(provenance)), keep_(keep), file_(create_file(path)) {}

void ResultsSink::create_structure() {
  write_provenance();
  create_axes();
  create_series();
  if (keep_ == KeepRegister::yes) register_.emplace(file_.get(), layout_.axes());
}

void ResultsSink::write_provenance() {
  const hid_t root = file_.get();
  const ReplicateRange replicates = layout_.axes().replicates();
  write_attribute(root, "Conventions", std::string_view("CF-1.10"));
  write_attribute(root, "title", std::string_view("Where coal workers go when mines close"));
  write_attribute(root, "source", "jtsim " + provenance_.program_version);
  write_attribute(root, "format_version", format_version);
  write_attribute(root, "program_version", std::string_view(provenance_.program_version));
  write_attribute(root, "git_commit", std::string_view(provenance_.git_commit));
  write_attribute(root, "scenario_digest", std::string_view(provenance_.scenario_digest));
  write_attribute(root, "seed", provenance_.seed);
  write_attribute(root, "generator", std::string_view(provenance_.generator));
  write_attribute(root, "stream_rule", std::string_view(provenance_.stream_rule));
  write_attribute(root, "first_replicate", replicates.first);
  write_attribute(root, "replicates", replicates.count);
  Hdf5Group inputs = create_group(root, "inputs");
  write_text(inputs.get(), "scenario", provenance_.scenario).close(tr("close a text"));
  write_input_files(inputs.get(), provenance_.files);
  inputs.close(tr("close a group"));
}

void ResultsSink::create_axes() {
  std::string labels;
  for (const Axis axis : axes_used(layout_, keep_)) {
    const Coordinate& coordinate = layout_.axes()[axis];
    axes_[axis] = write_coordinate(file_.get(), axis, coordinate);
    if (coordinate.names.empty()) continue;
    write_labels(file_.get(), axis, coordinate, axes_[axis]);
    const std::string name(identifier(axis));
    labels += (labels.empty() ? "" : " ") + name + "_label_zh " + name + "_label_en";
  }
  // Readers that follow CF take the labels as coordinates too.
  write_attribute(file_.get(), "coordinates", std::string_view(labels));
}

void ResultsSink::create_series() {
  for (const Layout::Entry& entry : layout_.entries()) {
    const Series& series = *entry.series;
    ArrayPlan plan;
    plan.size = {layout_.axes().replicates().count};
    plan.chunk = {1};
    plan.size.insert(plan.size.end(), entry.shape.begin(), entry.shape.end());
    plan.chunk.insert(plan.chunk.end(), entry.shape.begin(), entry.shape.end());
    plan.maximum = plan.size;
    std::visit(
        [&]<class T>(Fill<T>) {
          series_.push_back(create_array(file_.get(), std::string(series.name), plan,
                                         hdf5_type<T>(), &fill_value<T>));
          write_attribute(series_.back().get(), "_FillValue", fill_value<T>);
        },
        series.fill);
    write_attribute(series_.back().get(), "units", series.unit);
    write_meaning(series_.back().get(), series.meaning);
    attach_axis(series_.back(), axes_[Axis::replicate], 0);
    std::size_t dimension = 0;
    for (const Axis axis : series.axes) attach_axis(series_.back(), axes_[axis], ++dimension);
  }
}

void ResultsSink::write(PackedReplicate&& replicate) {
  expect(replicate.replicate == layout_.axes().replicates().first + written_,
         "replicates reach the file in order");
  if (written_ == 0) create_structure();
  for (std::size_t i = 0; i < series_.size(); ++i) {
    const std::vector<std::byte>& chunk = replicate.chunks[i];
    std::vector<hsize_t> offset(layout_.entries()[i].shape.size() + 1, 0);
    offset[0] = written_;
    write_chunk(series_[i], offset, chunk);
    replicate.chunks[i] = {};
  }
  if (register_) register_->append(std::move(replicate));
  ++written_;
}

void ResultsSink::close() {
  write_attribute(file_.get(), "replicates_complete", written_);
  if (written_ < layout_.axes().replicates().count) {
    const hsize_t complete = written_;
    check(H5Dset_extent(axes_[Axis::replicate].get(), &complete), tr("cut the axis of replicates"));
    for (std::size_t i = 0; i < series_.size(); ++i) {
      const auto& shape = layout_.entries()[i].shape;
      std::vector<hsize_t> size{complete};
      size.insert(size.end(), shape.begin(), shape.end());
      check(H5Dset_extent(series_[i].get(), size.data()), tr("cut an array"));
    }
  }
  if (register_) register_->close();
  for (Hdf5Dataset& dataset : series_) dataset.close(tr("close an array"));
  for (Hdf5Dataset& dataset : axes_.values) dataset.close(tr("close an axis"));
  check(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), tr("flush the file"));
  file_.close(tr("close the file"));
}

}  // namespace jtsim::output
