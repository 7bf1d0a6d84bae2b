// The first difference between two results files.
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "output/foreign_input.hpp"
#include "output/hdf5_read.hpp"
#include "output/results_reader.hpp"

namespace jtsim::output {

namespace {

using Difference = std::optional<std::string>;

constexpr std::size_t block_bytes = 1 << 20;
/// No filter we know makes data smaller than this factor (deflate's limit is 1,032).
constexpr std::uint64_t largest_ratio = 2'000;

bool equal_bytes(const std::filesystem::path& a, const std::filesystem::path& b) {
  std::ifstream first(a, std::ios::binary);
  std::ifstream second(b, std::ios::binary);
  if (!first) throw StorageError("open", a, 0, ENOENT);
  if (!second) throw StorageError("open", b, 0, ENOENT);
  std::vector<char> x(block_bytes);
  std::vector<char> y(block_bytes);
  while (first && second) {
    first.read(x.data(), static_cast<std::streamsize>(x.size()));
    second.read(y.data(), static_cast<std::streamsize>(y.size()));
    if (first.gcount() != second.gcount()) return false;
    if (std::memcmp(x.data(), y.data(), static_cast<std::size_t>(first.gcount())) != 0) {
      return false;
    }
  }
  return first.eof() && second.eof();
}

/// Shape and element type of an array of numbers.
struct Shape {
  std::vector<hsize_t> size;
  Hdf5Type type;

  explicit Shape(const Hdf5Dataset& dataset)
      : type(H5Dget_type(dataset.get()), "look at an array") {
    const Hdf5Space space(H5Dget_space(dataset.get()), "look at an array");
    const int dimensions = H5Sget_simple_extent_ndims(space.get());
    check(dimensions, "look at an array");
    size.resize(static_cast<std::size_t>(dimensions));
    if (dimensions > 0) {
      check(H5Sget_simple_extent_dims(space.get(), size.data(), nullptr), "look at an array");
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
      if (size[i] > 0 && bytes > limit / size[i]) throw ForeignFile("an array: is too large");
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
  const Hdf5Space file_space(H5Dget_space(dataset.get()), "look at an array");
  check(H5Sselect_hyperslab(file_space.get(), H5S_SELECT_SET, start.data(), nullptr, extent.data(),
                            nullptr),
        "select a part");
  const Hdf5Space memory(H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr),
                         "describe a part");
  std::vector<std::byte> bytes(count * shape.row_bytes(largest_slab_bytes));
  check(H5Dread(dataset.get(), shape.type.get(), memory.get(), file_space.get(), H5P_DEFAULT,
                bytes.data()),
        "read a part");
  return bytes;
}

std::string element_text(const Shape& shape, const std::byte* element) {
  const bool real = H5Tget_class(shape.type.get()) == H5T_FLOAT;
  std::vector<std::byte> value(sizeof(std::int64_t));
  std::memcpy(value.data(), element, shape.element_bytes());
  check(H5Tconvert(shape.type.get(), real ? H5T_NATIVE_DOUBLE : H5T_NATIVE_INT64, 1, value.data(),
                   nullptr, H5P_DEFAULT),
        "convert a number");
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

class Comparison {
 public:
  Comparison(Hdf5File a, Hdf5File b, std::uint64_t largest_array)
      : a_(std::move(a)), b_(std::move(b)), largest_array_(largest_array) {}

  Difference first() const {
    constexpr std::array texts{"program_version", "git_commit", "scenario_digest", "generator",
                               "stream_rule"};
    constexpr std::array numbers{"format_version", "seed", "first_replicate", "replicates",
                                 "replicates_complete"};
    for (const char* name : texts) {
      if (auto found = compared(name, read_text_attribute(a_.get(), name),
                                read_text_attribute(b_.get(), name))) {
        return found;
      }
    }
    for (const char* name : numbers) {
      if (auto found = compared(name, std::to_string(read_number_attribute(a_.get(), name)),
                                std::to_string(read_number_attribute(b_.get(), name)))) {
        return found;
      }
    }
    if (auto found = group_difference(open_group(a_.get(), "inputs"),
                                      open_group(b_.get(), "inputs"), "inputs/")) {
      return found;
    }
    return group_difference(open_root(a_), open_root(b_), "");
  }

 private:
  static Hdf5Group open_root(const Hdf5File& file) {
    return {H5Gopen2(file.get(), "/", H5P_DEFAULT), "open the file"};
  }

  static Difference compared(const std::string& name, const std::string& a, const std::string& b) {
    if (a == b) return std::nullopt;
    return fmt::format("{}: {} against {}", name, a, b);
  }

  Difference group_difference(const Hdf5Group& a, const Hdf5Group& b,
                              const std::string& prefix) const {
    const std::vector<std::string> names = members_of(a.get());
    const std::vector<std::string> others = members_of(b.get());
    for (const std::string& name : others) {
      if (!std::ranges::binary_search(names, name)) {
        return fmt::format("{}{}: is in the second file only", prefix, name);
      }
    }
    for (const std::string& name : names) {
      if (!std::ranges::binary_search(others, name)) {
        return fmt::format("{}{}: is in the first file only", prefix, name);
      }
      if (!is_dataset(a.get(), name)) continue;
      if (auto found = dataset_difference(open_dataset(a.get(), name), open_dataset(b.get(), name),
                                          prefix + name)) {
        return found;
      }
    }
    return std::nullopt;
  }

  Difference dataset_difference(const Hdf5Dataset& a, const Hdf5Dataset& b,
                                const std::string& name) const {
    const Shape shape(a);
    const Shape other(b);
    if (shape.is_text() && other.is_text()) {
      return compared(name, read_text_attribute(a.get(), "sha256"),
                      read_text_attribute(b.get(), "sha256"));
    }
    if (H5Tequal(shape.type.get(), other.type.get()) <= 0) {
      return fmt::format("{}: has another type", name);
    }
    if (shape.size != other.size) {
      return fmt::format("{}: has shape {} against {}", name, shape.size, other.size);
    }
    if (!shape.is_number() || shape.size.empty()) throw ForeignFile(name + ": is of no known kind");
    return numbers_difference(a, b, shape, name);
  }

  Difference numbers_difference(const Hdf5Dataset& a, const Hdf5Dataset& b, const Shape& shape,
                                const std::string& name) const {
    const std::uint64_t row = std::max<std::uint64_t>(1, shape.row_bytes(largest_slab_bytes));
    if (shape.size[0] > largest_array_ / row) throw ForeignFile(name + ": is too large");
    const hsize_t rows_at_once = std::max<hsize_t>(1, block_bytes / row);
    for (hsize_t first = 0; first < shape.size[0]; first += rows_at_once) {
      const hsize_t count = std::min(rows_at_once, shape.size[0] - first);
      const auto x = read_rows(a, shape, first, count);
      const auto y = read_rows(b, shape, first, count);
      const auto at = std::ranges::mismatch(x, y).in1;
      if (at == x.end()) continue;
      const std::size_t bytes = shape.element_bytes();
      const auto element = static_cast<std::size_t>(at - x.begin()) / bytes;
      return fmt::format("{}{}: {} against {}", name,
                         index_text(shape, first * row / bytes + element),
                         element_text(shape, x.data() + element * bytes),
                         element_text(shape, y.data() + element * bytes));
    }
    return std::nullopt;
  }

  Hdf5File a_;
  Hdf5File b_;
  std::uint64_t largest_array_;
};

}  // namespace

Difference first_difference(const std::filesystem::path& a, const std::filesystem::path& b) {
  if (equal_bytes(a, b)) return std::nullopt;
  const std::uint64_t bytes = std::filesystem::file_size(a) + std::filesystem::file_size(b);
  const Comparison comparison(reading(a, [&] { return open_to_read(a); }),
                              reading(b, [&] { return open_to_read(b); }), largest_ratio * bytes);
  const std::filesystem::path both = a.string() + " and " + b.string();
  const Difference found = reading(both, [&] { return comparison.first(); });
  return found ? found : "the bytes differ, the content does not (another library or layout)";
}

}  // namespace jtsim::output
