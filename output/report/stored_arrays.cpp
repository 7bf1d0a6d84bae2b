// Reads arrays in the shape that the layout of the run demands.
#include "output/report/stored_arrays.hpp"

#include <algorithm>

#include "output/hdf5_read.hpp"

namespace jtsim::output {

StoredArrays::StoredArrays(const std::filesystem::path& path, const Layout& layout,
                           std::uint32_t replicates)
    : file_(open_to_read(path)),
      layout_(layout),
      replicates_(replicates),
      members_(members_of(file_.get())) {}

StoredArray StoredArrays::integers(const std::string& series) const {
  const std::size_t at = layout_.find(series);
  if (at == layout_.entries().size()) return {};
  const Layout::Entry& entry = layout_.entries()[at];
  const Hdf5Dataset array = open_dataset(file_.get(), series);
  std::vector<hsize_t> extent{replicates_};
  extent.insert(extent.end(), entry.shape.begin(), entry.shape.end());
  const std::vector<hsize_t> stored = size_of(array);
  if (stored.size() != extent.size() ||
      !std::equal(extent.begin() + 1, extent.end(), stored.begin() + 1)) {
    throw ForeignFile(series, tr("has another shape"));
  }
  const std::vector<hsize_t> first(extent.size(), 0);
  return {entry.shape, entry.size, read_integers(array, first, extent)};
}

std::vector<std::int64_t> StoredArrays::register_column(const std::string& name) const {
  if (!std::ranges::binary_search(members_, name)) return {};
  const Hdf5Dataset column = open_dataset(file_.get(), name);
  const std::vector<hsize_t> extent = size_of(column);
  if (extent.size() != 1) throw ForeignFile(name, tr("has another shape"));
  return read_integers(column, {0}, extent);
}

}  // namespace jtsim::output
