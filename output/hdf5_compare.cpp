// Reads two datasets side by side, a block of rows at a time.
#include "output/hdf5_compare.hpp"

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "output/hdf5_read.hpp"

namespace jtsim::output {

namespace {

constexpr std::size_t block_bytes = 1 << 20;
/// Longer ones are no attributes of ours.
constexpr std::size_t largest_attribute_bytes = 1 << 16;

/// Shape and element type of an array of numbers.
struct Shape {
  std::vector<hsize_t> size;
  Hdf5Type type;

  explicit Shape(const Hdf5Dataset& dataset)
      : type(H5Dget_type(dataset.get()), tr("look at an array")) {
    const Hdf5Space space(H5Dget_space(dataset.get()), tr("look at an array"));
    const int dimensions = H5Sget_simple_extent_ndims(space.get());
    check(dimensions, tr("look at an array"));
    size.resize(static_cast<std::size_t>(dimensions));
    if (dimensions > 0) {
      check(H5Sget_simple_extent_dims(space.get(), size.data(), nullptr), tr("look at an array"));
    }
  }
  std::size_t element_bytes() const { return H5Tget_size(type.get()); }
  bool is_text() const { return H5Tget_class(type.get()) == H5T_STRING; }
  bool is_number() const {
    const H5T_class_t kind = H5Tget_class(type.get());
    const bool sized = element_bytes() > 0 && element_bytes() <= sizeof(std::int64_t);
    return (kind == H5T_INTEGER || kind == H5T_FLOAT) && sized;
  }
  /// Bytes of all elements that share the first index; throws ForeignFile beyond `limit`.
  std::uint64_t row_bytes(std::uint64_t limit) const {
    std::uint64_t bytes = element_bytes();
    for (std::size_t i = 1; i < size.size(); ++i) {
      if (size[i] > 0 && bytes > limit / size[i]) throw ForeignFile("an array", tr("is too large"));
      bytes *= size[i];
    }
    return bytes;
  }
};

/// The rows [first, first + count) of an array as they lie in the file.
std::vector<std::byte> read_rows(const Hdf5Dataset& dataset, const Shape& shape, hsize_t first,
                                 hsize_t count) {
  std::vector<hsize_t> start(shape.size.size(), 0);
  std::vector<hsize_t> extent = shape.size;
  start[0] = first;
  extent[0] = count;
  const Hdf5Space file_space(H5Dget_space(dataset.get()), tr("look at an array"));
  check(H5Sselect_hyperslab(file_space.get(), H5S_SELECT_SET, start.data(), nullptr, extent.data(),
                            nullptr),
        tr("select a part"));
  const Hdf5Space memory(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr),
                         tr("describe a part"));
  std::vector<std::byte> bytes(count * shape.row_bytes(largest_slab_bytes));
  check(H5Dread(dataset.get(), shape.type.get(), memory.get(), file_space.get(), H5P_DEFAULT,
                bytes.data()),
        tr("read a part"));
  return bytes;
}

std::string element_text(const Shape& shape, const std::byte* element) {
  const bool real = H5Tget_class(shape.type.get()) == H5T_FLOAT;
  std::vector<std::byte> value(sizeof(std::int64_t));
  std::memcpy(value.data(), element, shape.element_bytes());
  check(H5Tconvert(shape.type.get(), real ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT64, 1, value.data(),
                   nullptr, H5P_DEFAULT),
        tr("convert a number"));
  if (real) {
    double number = 0;
    std::memcpy(&number, value.data(), sizeof(number));
    return fmt::format("{}", number);
  }
  std::int64_t number = 0;
  std::memcpy(&number, value.data(), sizeof(number));
  return fmt::format("{}", number);
}

/// "[3, 0, 17]" of the element at `position` in row order.
std::string index_text(const Shape& shape, std::uint64_t position) {
  std::vector<hsize_t> index(shape.size.size());
  for (std::size_t i = shape.size.size(); i-- > 0;) {
    index[i] = position % shape.size[i];
    position /= shape.size[i];
  }
  return fmt::format("{}", index);
}

Difference numbers_difference(const Hdf5Dataset& a, const Hdf5Dataset& b, const std::string& name,
                              std::uint64_t largest_array) {
  const Shape shape(a);
  const std::uint64_t row = std::max<std::uint64_t>(1, shape.row_bytes(largest_slab_bytes));
  if (shape.size[0] > largest_array / row) throw ForeignFile(name, tr("is too large"));
  const hsize_t rows_at_once = std::max<hsize_t>(1, block_bytes / row);
  for (hsize_t first = 0; first < shape.size[0]; first += rows_at_once) {
    const hsize_t count = std::min(rows_at_once, shape.size[0] - first);
    const auto x = read_rows(a, shape, first, count);
    const auto y = read_rows(b, shape, first, count);
    const auto at = std::ranges::mismatch(x, y).in1;
    if (at == x.end()) continue;
    const std::size_t bytes = shape.element_bytes();
    const auto element = static_cast<std::size_t>(at - x.begin()) / bytes;
    return Sentence(tr("{}{}: {} against {}"), name,
                    index_text(shape, first * row / bytes + element),
                    element_text(shape, x.data() + element * bytes),
                    element_text(shape, y.data() + element * bytes));
  }
  return std::nullopt;
}

/// An attribute as text and digits, so that one comparison does for all kinds.
struct AttributeValue {
  std::string type;
  std::vector<std::byte> bytes;

  bool operator==(const AttributeValue&) const = default;
};

/// Nothing for attributes that lead elsewhere in their file.
std::optional<AttributeValue> attribute_value(hid_t object, const std::string& name) {
  const Hdf5Attribute attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT),
                                tr("open an attribute"));
  const Hdf5Type type(H5Aget_type(attribute.get()), tr("look at an attribute"));
  const Hdf5Space space(H5Aget_space(attribute.get()), tr("look at an attribute"));
  const H5T_class_t kind = H5Tget_class(type.get());
  const bool is_plain = kind == H5T_INTEGER || kind == H5T_FLOAT || kind == H5T_STRING;
  if (!is_plain || H5Tis_variable_str(type.get()) != 0) return std::nullopt;
  const std::size_t element = H5Tget_size(type.get());
  const hssize_t count = H5Sget_simple_extent_npoints(space.get());
  if (element == 0 || count < 0 || element > largest_attribute_bytes ||
      static_cast<std::size_t>(count) > largest_attribute_bytes / element) {
    throw ForeignFile(name, tr("is too long an attribute"));
  }
  AttributeValue value{fmt::format("{} {} {}", static_cast<int>(kind), element, count), {}};
  value.bytes.resize(element * static_cast<std::size_t>(count));
  if (!value.bytes.empty())
    check(H5Aread(attribute.get(), type.get(), value.bytes.data()), tr("read an attribute"));
  return value;
}

/// In the order of their names.
std::vector<std::string> attribute_names(hid_t object) {
  std::vector<std::string> names;
  const auto collect = [](hid_t, const char* name, const H5A_info_t*, void* into) -> herr_t {
    static_cast<std::vector<std::string>*>(into)->emplace_back(name);
    return 0;
  };
  hsize_t from = 0;
  check(H5Aiterate2(object, H5_INDEX_NAME, H5_ITER_INC, &from, collect, &names),
        tr("list the attributes"));
  return names;
}

}  // namespace

Difference text_difference(const std::string& name, const std::string& a, const std::string& b) {
  if (a == b) return std::nullopt;
  return Sentence(tr("{}: {} against {}"), name, a, b);
}

Difference attribute_difference(hid_t a, hid_t b, const std::string& name) {
  const std::vector<std::string> names = attribute_names(a);
  if (names != attribute_names(b)) return Sentence(tr("{}: has other attributes"), name);
  for (const std::string& attribute : names) {
    if (attribute_value(a, attribute) != attribute_value(b, attribute))
      return Sentence(tr("{}: has another attribute {}"), name, attribute);
  }
  return std::nullopt;
}

Difference dataset_difference(const Hdf5Dataset& a, const Hdf5Dataset& b, const std::string& name,
                              std::uint64_t largest_array) {
  const Shape shape(a);
  const Shape other(b);
  if (shape.size != other.size)
    return Sentence(tr("{}: has shape {} against {}"), name, fmt::format("{}", shape.size),
                    fmt::format("{}", other.size));
  if (shape.is_text() && other.is_text()) {
    if (auto found = text_difference(name, read_text_attribute(a.get(), "sha256"),
                                     read_text_attribute(b.get(), "sha256"))) {
      return found;
    }
    return attribute_difference(a.get(), b.get(), name);
  }
  if (H5Tequal(shape.type.get(), other.type.get()) <= 0)
    return Sentence(tr("{}: has another type"), name);
  if (!shape.is_number() || shape.size.empty()) throw ForeignFile(name, tr("is of no known kind"));
  if (auto found = numbers_difference(a, b, name, largest_array)) return found;
  return attribute_difference(a.get(), b.get(), name);
}

}  // namespace jtsim::output
