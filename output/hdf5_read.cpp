// Every look at a foreign file, each behind a check of what is there.
#include "output/hdf5_read.hpp"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>

#include "base/error.hpp"
#include "base/sha256.hpp"
#include "output/chunk_codec.hpp"

namespace jtsim::output {

namespace {

[[noreturn]] void refuse(const std::string& part, const Label& why) {
  throw ForeignFile(part, why);
}

void require_hard_link(hid_t parent, const std::string& name) {
  H5L_info_t link;
  if (H5Lexists(parent, name.c_str(), H5P_DEFAULT) <= 0) refuse(name, tr("is missing"));
  check(H5Lget_info(parent, name.c_str(), &link, H5P_DEFAULT), tr("look at a link"));
  if (link.type != H5L_TYPE_HARD) refuse(name, tr("is a link that leads elsewhere"));
}

void require_known_filters(const std::string& name, const Hdf5List& list) {
  constexpr std::array known{H5Z_FILTER_SHUFFLE, H5Z_FILTER_DEFLATE, H5Z_FILTER_FLETCHER32};
  const int filters = H5Pget_nfilters(list.get());
  check(filters, tr("look at the filters"));
  for (int i = 0; i < filters; ++i) {
    unsigned flags = 0;
    std::size_t values = 0;
    const H5Z_filter_t filter = H5Pget_filter2(list.get(), static_cast<unsigned>(i), &flags,
                                               &values, nullptr, 0, nullptr, nullptr);
    if (std::ranges::find(known, filter) == known.end()) refuse(name, tr("has an unknown filter"));
  }
}

void require_inner_storage(const std::string& name, const Hdf5Dataset& dataset) {
  const Hdf5List list(H5Dget_create_plist(dataset.get()), tr("look at an array"));
  const H5D_layout_t layout = H5Pget_layout(list.get());
  const bool known = layout == H5D_CHUNKED || layout == H5D_CONTIGUOUS || layout == H5D_COMPACT;
  if (!known) refuse(name, tr("has virtual storage"));
  if (H5Pget_external_count(list.get()) != 0) refuse(name, tr("has its numbers in another file"));
  require_known_filters(name, list);
}

bool is_scalar(const Hdf5Space& space) {
  return H5Sget_simple_extent_type(space.get()) == H5S_SCALAR;
}

/// Length of a fixed-length text, or refusal.
std::size_t text_size(const std::string& name, const Hdf5Space& space, const Hdf5Type& type) {
  const bool fixed = H5Tget_class(type.get()) == H5T_STRING && H5Tis_variable_str(type.get()) == 0;
  if (!fixed || !is_scalar(space)) refuse(name, tr("is no text of fixed length"));
  const std::size_t size = H5Tget_size(type.get());
  // The library divides by the size of an element.
  if (size == 0) refuse(name, tr("has no length"));
  if (size > largest_text_bytes) refuse(name, tr("is too long"));
  return size;
}

std::string without_padding(std::string text) {
  text.resize(text.find_last_not_of('\0') + 1);
  return text;
}

struct Slab {
  const std::vector<hsize_t>& first;
  const std::vector<hsize_t>& extent;
};
// What must be stored, and as what it is read.
struct SlabType {
  H5T_class_t stored;
  hid_t read;
};

template <class T>
std::vector<T> read_slab(const Hdf5Dataset& array, const Slab& slab, const SlabType& wanted) {
  const std::vector<hsize_t> size = size_of(array);
  const Hdf5Type type(H5Dget_type(array.get()), tr("look at an array"));
  bool fits = H5Tget_class(type.get()) == wanted.stored && size.size() == slab.first.size() &&
              size.size() == slab.extent.size();
  std::uint64_t count = 1;
  for (std::size_t i = 0; fits && i < size.size(); ++i) {
    const hsize_t extent = slab.extent[i];
    fits = slab.first[i] <= size[i] && extent <= size[i] - slab.first[i] &&
           (extent == 0 || count <= largest_slab_bytes / sizeof(T) / extent);
    count *= extent;
  }
  if (!fits) refuse("an array", tr("has another shape or type"));
  std::vector<T> numbers(count);
  const Hdf5Space selected(H5Dget_space(array.get()), tr("look at an array"));
  check(H5Sselect_hyperslab(selected.get(), H5S_SELECT_SET, slab.first.data(), nullptr,
                            slab.extent.data(), nullptr),
        tr("select a part"));
  const Hdf5Space memory(
      H5Screate_simple(static_cast<int>(slab.extent.size()), slab.extent.data(), nullptr),
      tr("describe a part"));
  check(
      H5Dread(array.get(), wanted.read, memory.get(), selected.get(), H5P_DEFAULT, numbers.data()),
      tr("read a part"));
  return numbers;
}

}  // namespace

Hdf5File open_to_read(const std::filesystem::path& path) {
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (error) throw StorageError(tr("file", "open"), path, 0, error.value());
  if (!std::filesystem::exists(status)) throw StorageError(tr("file", "open"), path, 0, ENOENT);
  if (!std::filesystem::is_regular_file(status)) refuse(path.string(), tr("is no regular file"));
  const Hdf5List access(H5Pcreate(H5P_FILE_ACCESS), tr("describe a file"));
  check(H5Pset_file_locking(access.get(), false, true), tr("leave out locks"));
  try {
    return {H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.get()), tr("open the file")};
  } catch (const Hdf5Failure& failure) {
    if (failure.system_error() != 0) throw;
    refuse(path.string(), tr("is no HDF5 file, or a damaged one"));
  }
}

std::vector<std::string> members_of(hid_t group) {
  H5G_info_t about;
  check(H5Gget_info(group, &about), tr("look at a group"));
  if (about.nlinks > most_members) refuse("the file", tr("has too many members"));
  std::vector<std::string> names;
  for (hsize_t i = 0; i < about.nlinks; ++i) {
    const ssize_t length =
        H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, nullptr, 0, H5P_DEFAULT);
    if (length <= 0) refuse("the file", tr("has a member without a name"));
    std::string name(static_cast<std::size_t>(length), '\0');
    H5Lget_name_by_idx(group, ".", H5_INDEX_NAME, H5_ITER_INC, i, name.data(), name.size() + 1,
                       H5P_DEFAULT);
    require_hard_link(group, name);
    names.push_back(std::move(name));
  }
  return names;
}

Hdf5Group open_group(hid_t parent, const std::string& name) {
  require_hard_link(parent, name);
  return {H5Gopen2(parent, name.c_str(), H5P_DEFAULT), tr("open a group")};
}

bool is_dataset(hid_t parent, const std::string& name) {
  require_hard_link(parent, name);
  H5O_info_t about;
  check(H5Oget_info_by_name2(parent, name.c_str(), &about, H5O_INFO_BASIC, H5P_DEFAULT),
        tr("look at an object"));
  return about.type == H5O_TYPE_DATASET;
}

Hdf5Dataset open_dataset(hid_t parent, const std::string& name) {
  if (!is_dataset(parent, name)) refuse(name, tr("is no array"));
  Hdf5Dataset dataset(H5Dopen2(parent, name.c_str(), H5P_DEFAULT), tr("open an array"));
  require_inner_storage(name, dataset);
  return dataset;
}

bool has_attribute(hid_t object, const char* name) { return H5Aexists(object, name) > 0; }

std::string read_text_attribute(hid_t object, const char* name) {
  if (!has_attribute(object, name)) refuse(name, tr("is missing"));
  const Hdf5Attribute attribute(H5Aopen(object, name, H5P_DEFAULT), tr("open an attribute"));
  const Hdf5Type type(H5Aget_type(attribute.get()), tr("look at an attribute"));
  const Hdf5Space space(H5Aget_space(attribute.get()), tr("look at an attribute"));
  std::string text(text_size(name, space, type), '\0');
  check(H5Aread(attribute.get(), type.get(), text.data()), tr("read an attribute"));
  return without_padding(std::move(text));
}

std::uint64_t read_number_attribute(hid_t object, const char* name) {
  if (!has_attribute(object, name)) refuse(name, tr("is missing"));
  const Hdf5Attribute attribute(H5Aopen(object, name, H5P_DEFAULT), tr("open an attribute"));
  const Hdf5Type type(H5Aget_type(attribute.get()), tr("look at an attribute"));
  const Hdf5Space space(H5Aget_space(attribute.get()), tr("look at an attribute"));
  const bool is_number = H5Tget_class(type.get()) == H5T_INTEGER && H5Tget_size(type.get()) > 0;
  if (!is_number || !is_scalar(space)) refuse(name, tr("is no number"));
  std::uint64_t number = 0;
  check(H5Aread(attribute.get(), H5T_NATIVE_UINT64, &number), tr("read an attribute"));
  return number;
}

std::vector<hsize_t> size_of(const Hdf5Dataset& array) {
  const Hdf5Space space(H5Dget_space(array.get()), tr("look at an array"));
  const int dimensions = H5Sget_simple_extent_ndims(space.get());
  check(dimensions, tr("look at an array"));
  std::vector<hsize_t> size(static_cast<std::size_t>(dimensions));
  if (dimensions > 0) {
    check(H5Sget_simple_extent_dims(space.get(), size.data(), nullptr), tr("look at an array"));
  }
  return size;
}

std::vector<std::int64_t> read_integers(const Hdf5Dataset& array, const std::vector<hsize_t>& first,
                                        const std::vector<hsize_t>& extent) {
  return read_slab<std::int64_t>(array, {first, extent}, {H5T_INTEGER, H5T_NATIVE_INT64});
}

std::vector<double> read_reals(const Hdf5Dataset& array, const std::vector<hsize_t>& first,
                               const std::vector<hsize_t>& extent) {
  return read_slab<double>(array, {first, extent}, {H5T_FLOAT, H5T_NATIVE_DOUBLE});
}

std::vector<std::byte> read_chunk(const Hdf5Dataset& array, const std::vector<hsize_t>& offset) {
  hsize_t size = 0;
  // The library takes a chunk that was never written for a failure.
  if (H5Dget_chunk_storage_size(array.get(), offset.data(), &size) < 0) {
    H5Eclear2(H5E_DEFAULT);
    return {};
  }
  if (size > largest_slab_bytes) refuse("a chunk", tr("is too long"));
  std::vector<std::byte> chunk(size);
  if (size == 0) return chunk;
  std::uint32_t filters_left_out = 0;
  check(H5Dread_chunk(array.get(), H5P_DEFAULT, offset.data(), &filters_left_out, chunk.data()),
        tr("read a chunk"));
  constexpr std::size_t sum_bytes = 4;
  std::uint32_t sum = 0;
  for (std::size_t i = 0; size >= sum_bytes && i < sum_bytes; ++i)
    sum |= std::to_integer<std::uint32_t>(chunk[size - sum_bytes + i]) << (8 * i);
  const bool is_sound = size >= sum_bytes && filters_left_out == 0 &&
                        sum == fletcher32(std::span(chunk).first(size - sum_bytes));
  if (!is_sound) refuse("a chunk", tr("is damaged: its checksum differs"));
  return chunk;
}

std::string read_packed_text(hid_t parent, const std::string& name) {
  const Hdf5Dataset dataset = open_dataset(parent, name);
  const std::vector<hsize_t> size = size_of(dataset);
  const Hdf5Type type(H5Dget_type(dataset.get()), tr("look at a text"));
  const bool is_text = size.size() == 1 && size[0] > 0 && size[0] <= largest_text_bytes &&
                       H5Tget_class(type.get()) == H5T_INTEGER && H5Tget_size(type.get()) == 1;
  if (!is_text) refuse(name, tr("is no packed text"));
  std::string text(size[0], '\0');
  check(H5Dread(dataset.get(), H5T_NATIVE_INT8, H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()),
        tr("read a text"));
  text = without_padding(std::move(text));
  if (sha256_of(text) != read_text_attribute(dataset.get(), "sha256"))
    refuse(name, tr("is damaged: its digest differs"));
  return text;
}

std::string read_text(hid_t parent, const std::string& name) {
  const Hdf5Dataset dataset = open_dataset(parent, name);
  const Hdf5Type type(H5Dget_type(dataset.get()), tr("look at a text"));
  const Hdf5Space space(H5Dget_space(dataset.get()), tr("look at a text"));
  std::string text(text_size(name, space, type), '\0');
  check(H5Dread(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, text.data()),
        tr("read a text"));
  text = without_padding(std::move(text));
  if (sha256_of(text) != read_text_attribute(dataset.get(), "sha256")) {
    refuse(name, tr("is damaged: its digest differs"));
  }
  return text;
}

}  // namespace jtsim::output
