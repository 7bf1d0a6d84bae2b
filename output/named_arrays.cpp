// Writes dimensions and arrays.
#include "output/named_arrays.hpp"

#include <algorithm>

#include "base/error.hpp"
#include "output/no_value.hpp"

namespace jtsim::output {

void NamedArrays::add_names(const std::string& name, Label meaning,
                            const std::vector<agents::Name>& names) {
  std::vector<std::string> ids;
  std::vector<std::string> zh;
  std::vector<std::string> en;
  for (const agents::Name& row : names) {
    ids.push_back(row.id);
    zh.push_back(row.label_zh);
    en.push_back(row.label_en);
  }
  Hdf5Dataset scale = write_texts(root(), name, ids);
  make_axis(scale, name);
  write_meaning(scale.get(), meaning);
  dimensions_.push_back({name, names.size(), std::move(scale)});
  add_texts(name + "_label_zh", meaning, zh);
  add_texts(name + "_label_en", meaning, en);
}

void NamedArrays::add_numbers(const std::string& name, Label meaning,
                              const std::vector<std::int32_t>& numbers) {
  if (numbers.empty()) return;
  Hdf5Dataset scale = write_numbers(root(), name, numbers);
  make_axis(scale, name);
  write_meaning(scale.get(), meaning);
  dimensions_.push_back({name, numbers.size(), std::move(scale)});
}

void NamedArrays::add_texts(const std::string& name, Label meaning,
                            const std::vector<std::string>& texts) {
  Hdf5Dataset array = write_texts(root(), name, texts);
  write_meaning(array.get(), meaning);
  attach_axis(array, dimensions_.back().scale, 0);
  array.close(tr("close texts"));
}

void NamedArrays::add_int32s(const std::string& name, Label meaning,
                             const std::vector<std::int32_t>& numbers) {
  Hdf5Dataset array = write_numbers(root(), name, numbers);
  write_meaning(array.get(), meaning);
  attach_axis(array, dimensions_.back().scale, 0);
  array.close(tr("close numbers"));
}

const NamedArrays::Dimension& NamedArrays::dimension(std::string_view name) const {
  const auto found = std::ranges::find(dimensions_, name, &Dimension::name);
  expect(found != dimensions_.end(), "an array has known dimensions");
  return *found;
}

void NamedArrays::add_array(const std::string& name, Label meaning, const Axes& axes,
                            const std::vector<double>& values) {
  std::vector<hsize_t> size;
  std::size_t count = 1;
  for (const std::string_view axis : axes) {
    size.push_back(dimension(axis).size);
    count *= dimension(axis).size;
  }
  expect(count == values.size(), "an array has a value for every combination of its dimensions");
  Hdf5Dataset array = create_array(root(), name, {.size = size, .maximum = size, .chunk = size},
                                   hdf5_type<double>(), &no_value);
  write_attribute(array.get(), "_FillValue", no_value);
  write_meaning(array.get(), meaning);
  for (std::size_t i = 0; i < axes.size(); ++i) attach_axis(array, dimension(axes[i]).scale, i);
  check(H5Dwrite(array.get(), hdf5_type<double>(), H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
        tr("write an array"));
  array.close(tr("close an array"));
}

void NamedArrays::adopt(const std::string& name, std::size_t size, Hdf5Dataset scale) {
  dimensions_.push_back({name, size, std::move(scale)});
}

bool NamedArrays::has_dimension(std::string_view name) const {
  return std::ranges::find(dimensions_, name, &Dimension::name) != dimensions_.end();
}

Hdf5Dataset NamedArrays::create(const std::string& name, Label meaning, const Axes& axes,
                                const ChunkedArray& form) {
  std::vector<hsize_t> size;
  for (const std::string_view axis : axes) size.push_back(dimension(axis).size);
  Hdf5Dataset array = create_array(
      root(), name, {.size = size, .maximum = size, .chunk = form.chunk}, form.type, form.fill);
  write_meaning(array.get(), meaning);
  for (std::size_t i = 0; i < axes.size(); ++i) attach_axis(array, dimension(axes[i]).scale, i);
  return array;
}

void NamedArrays::close() {
  for (Dimension& dimension : dimensions_) dimension.scale.close(tr("close an axis"));
  check(H5Fflush(file_.get(), H5F_SCOPE_GLOBAL), tr("flush the file"));
  file_.close(tr("close the file"));
}

}  // namespace jtsim::output
