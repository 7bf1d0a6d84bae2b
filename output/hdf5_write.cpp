// Calls of the HDF5 library that write; times are not kept, so that equal content gives equal
// bytes.
#include "output/hdf5_write.hpp"

#include <bit>

#include <hdf5_hl.h>

#include "base/sha256.hpp"
#include "output/chunk_codec.hpp"

namespace jtsim::output {

static_assert(std::endian::native == std::endian::little,
              "chunks are written as they lie in memory");

namespace {

/// Bytes through which names pass on their way to the file. The library clears its default of 1 MiB
/// anew for every list of names.
constexpr std::size_t names_buffer_bytes = 4096;

/// Attributes beyond so many would be moved out of an object's header.
constexpr unsigned attributes_in_header = 64;

Hdf5List dataset_list() {
  Hdf5List list(H5Pcreate(H5P_DATASET_CREATE), tr("describe a dataset"));
  check(H5Pset_obj_track_times(list.get(), false), tr("leave out times"));
  check(H5Pset_attr_phase_change(list.get(), attributes_in_header, attributes_in_header / 2),
        tr("keep attributes in the header"));
  return list;
}

Hdf5Type utf8_type(std::size_t size) {
  Hdf5Type type(H5Tcopy(H5T_C_S1), tr("describe a text"));
  check(H5Tset_size(type.get(), size), tr("describe a text"));
  check(H5Tset_cset(type.get(), H5T_CSET_UTF8), tr("describe a text"));
  check(H5Tset_strpad(type.get(), size == H5T_VARIABLE ? H5T_STR_NULLTERM : H5T_STR_NULLPAD),
        tr("describe a text"));
  return type;
}

/// A fixed-length text cannot have length 0.
std::string padded(std::string_view text) {
  return text.empty() ? std::string(1, '\0') : std::string(text);
}

Hdf5Space space_of(std::span<const hsize_t> size, std::span<const hsize_t> maximum) {
  return {H5Screate_simple(static_cast<int>(size.size()), size.data(), maximum.data()),
          tr("describe a shape")};
}

void write_attribute_of(hid_t object, const char* name, const Hdf5Space& space, hid_t type,
                        const void* value) {
  Hdf5Attribute attribute(H5Acreate2(object, name, type, space.get(), H5P_DEFAULT, H5P_DEFAULT),
                          tr("create an attribute"));
  check(H5Awrite(attribute.get(), type, value), tr("write an attribute"));
  attribute.close(tr("close an attribute"));
}

}  // namespace

StorageError storage_error(const Hdf5Failure& failure, const std::filesystem::path& path) {
  const bool has_reason = failure.system_error() == 0 && !failure.reason().empty();
  const Sentence action = has_reason
                              ? Sentence(tr("{} ({}) of"), failure.action(), failure.reason())
                              : Sentence(tr("{} of"), failure.action());
  std::error_code ignored;
  const auto bytes = std::filesystem::file_size(path, ignored);
  return {action, path, ignored ? 0 : bytes, failure.system_error()};
}

Hdf5File create_file(const std::filesystem::path& path) {
  const Hdf5List creation(H5Pcreate(H5P_FILE_CREATE), tr("describe a file"));
  check(H5Pset_obj_track_times(creation.get(), false), tr("leave out times"));
  // Readers list the variables in the order of creation.
  check(H5Pset_link_creation_order(creation.get(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
        tr("keep the order of variables"));
  const Hdf5List access(H5Pcreate(H5P_FILE_ACCESS), tr("describe a file"));
  check(H5Pset_libver_bounds(access.get(), H5F_LIBVER_V110, H5F_LIBVER_V110),
        tr("choose the file format"));
  // Nobody else knows the temporary name; network file systems may refuse locks.
  check(H5Pset_file_locking(access.get(), false, true), tr("leave out locks"));
  check(H5Pset_fclose_degree(access.get(), H5F_CLOSE_STRONG), tr("describe a file"));
  return {H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation.get(), access.get()),
          tr("create the file")};
}

template <>
hid_t hdf5_type<std::int8_t>() {
  return H5T_STD_I8LE;
}
template <>
hid_t hdf5_type<std::int16_t>() {
  return H5T_STD_I16LE;
}
template <>
hid_t hdf5_type<std::int32_t>() {
  return H5T_STD_I32LE;
}
template <>
hid_t hdf5_type<std::uint32_t>() {
  return H5T_STD_U32LE;
}
template <>
hid_t hdf5_type<std::int64_t>() {
  return H5T_STD_I64LE;
}
template <>
hid_t hdf5_type<std::uint64_t>() {
  return H5T_STD_U64LE;
}
template <>
hid_t hdf5_type<double>() {
  return H5T_IEEE_F64LE;
}

void write_attribute(hid_t object, const char* name, std::string_view text) {
  const std::string bytes = padded(text);
  const Hdf5Space space(H5Screate(H5S_SCALAR), tr("describe a scalar"));
  write_attribute_of(object, name, space, utf8_type(bytes.size()).get(), bytes.data());
}

template <class T>
requires std::is_arithmetic_v<T>
void write_attribute(hid_t object, const char* name, T number) {
  const Hdf5Space space(H5Screate(H5S_SCALAR), tr("describe a scalar"));
  write_attribute_of(object, name, space, hdf5_type<T>(), &number);
}

template <class T>
void write_attribute(hid_t object, const char* name, std::span<const T> numbers) {
  const hsize_t size = numbers.size();
  const Hdf5Space space = space_of({&size, 1}, {&size, 1});
  write_attribute_of(object, name, space, hdf5_type<T>(), numbers.data());
}

template void write_attribute(hid_t, const char*, std::int8_t);
template void write_attribute(hid_t, const char*, std::int16_t);
template void write_attribute(hid_t, const char*, std::int32_t);
template void write_attribute(hid_t, const char*, std::uint32_t);
template void write_attribute(hid_t, const char*, std::int64_t);
template void write_attribute(hid_t, const char*, std::uint64_t);
template void write_attribute(hid_t, const char*, double);
template void write_attribute(hid_t, const char*, std::span<const std::int8_t>);
template void write_attribute(hid_t, const char*, std::span<const std::int16_t>);
template void write_attribute(hid_t, const char*, std::span<const std::int64_t>);

void write_meaning(hid_t dataset, Label meaning) {
  write_attribute(dataset, "long_name", in(Language::en, meaning));
  write_attribute(dataset, "long_name_zh", in(Language::zh, meaning));
}

Hdf5Dataset write_text(hid_t parent, const std::string& name, std::string_view text) {
  // netCDF reads on to a terminator, and takes a text of length 1 for a character.
  const std::string bytes = std::string(text) + std::string(2, '\0');
  const Hdf5Space space(H5Screate(H5S_SCALAR), tr("describe a scalar"));
  const Hdf5Type type = utf8_type(bytes.size());
  Hdf5Dataset dataset(H5Dcreate2(parent, name.c_str(), type.get(), space.get(), H5P_DEFAULT,
                                 dataset_list().get(), H5P_DEFAULT),
                      tr("create a text"));
  check(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, H5P_DEFAULT, bytes.data()),
        tr("write a text"));
  write_attribute(dataset.get(), "sha256", std::string_view(sha256_of(text)));
  return dataset;
}

Hdf5Dataset write_texts(hid_t parent, const std::string& name,
                        const std::vector<std::string>& texts) {
  const hsize_t size = texts.size();
  const Hdf5Space space = space_of({&size, 1}, {&size, 1});
  const Hdf5Type type = utf8_type(H5T_VARIABLE);
  Hdf5Dataset dataset(H5Dcreate2(parent, name.c_str(), type.get(), space.get(), H5P_DEFAULT,
                                 dataset_list().get(), H5P_DEFAULT),
                      tr("create a list of names"));
  std::vector<const char*> pointers;
  std::string joined;
  for (const std::string& text : texts) {
    pointers.push_back(text.c_str());
    joined += text + '\n';
  }
  const Hdf5List transfer(H5Pcreate(H5P_DATASET_XFER), tr("describe a transfer"));
  check(H5Pset_buffer(transfer.get(), names_buffer_bytes, nullptr, nullptr), tr("set a buffer"));
  check(H5Dwrite(dataset.get(), type.get(), H5S_ALL, H5S_ALL, transfer.get(), pointers.data()),
        tr("write a list of names"));
  write_attribute(dataset.get(), "sha256", std::string_view(sha256_of(joined)));
  return dataset;
}

void write_packed_text(hid_t parent, const std::string& name, std::string_view text) {
  // An array has at least one element.
  const std::string bytes = padded(text);
  const std::vector<hsize_t> size{bytes.size()};
  constexpr std::int8_t fill = 0;
  Hdf5Dataset dataset = create_array(parent, name, {.size = size, .maximum = size, .chunk = size},
                                     hdf5_type<std::int8_t>(), &fill);
  check(H5Dwrite(dataset.get(), hdf5_type<std::int8_t>(), H5S_ALL, H5S_ALL, H5P_DEFAULT,
                 bytes.data()),
        tr("write a text"));
  write_attribute(dataset.get(), "sha256", std::string_view(sha256_of(text)));
  dataset.close(tr("close a text"));
}

Hdf5Dataset create_array(hid_t parent, const std::string& name, const ArrayPlan& plan, hid_t type,
                         const void* fill) {
  const Hdf5List list = dataset_list();
  const int dimensions = static_cast<int>(plan.chunk.size());
  check(H5Pset_chunk(list.get(), dimensions, plan.chunk.data()), tr("set the chunks"));
  check(H5Pset_shuffle(list.get()), tr("set the filters"));
  check(H5Pset_deflate(list.get(), deflate_level), tr("set the filters"));
  check(H5Pset_fletcher32(list.get()), tr("set the filters"));
  check(H5Pset_fill_value(list.get(), type, fill), tr("set the fill value"));
  check(H5Pset_fill_time(list.get(), H5D_FILL_TIME_IFSET), tr("set the fill value"));
  return {H5Dcreate2(parent, name.c_str(), type, space_of(plan.size, plan.maximum).get(),
                     H5P_DEFAULT, list.get(), H5P_DEFAULT),
          tr("create an array")};
}

Hdf5Dataset write_numbers(hid_t parent, const std::string& name,
                          std::span<const std::int32_t> numbers) {
  const std::vector<hsize_t> size{numbers.size()};
  constexpr std::int32_t fill = 0;
  Hdf5Dataset dataset = create_array(parent, name, {.size = size, .maximum = size, .chunk = size},
                                     hdf5_type<std::int32_t>(), &fill);
  check(H5Dwrite(dataset.get(), hdf5_type<std::int32_t>(), H5S_ALL, H5S_ALL, H5P_DEFAULT,
                 numbers.data()),
        tr("write numbers"));
  return dataset;
}

void write_chunk(const Hdf5Dataset& array, const std::vector<hsize_t>& offset,
                 std::span<const std::byte> chunk) {
  check(H5Dwrite_chunk(array.get(), H5P_DEFAULT, 0, offset.data(), chunk.size(), chunk.data()),
        tr("write a chunk"));
}

void make_axis(const Hdf5Dataset& dataset, const std::string& name) {
  check(H5DSset_scale(dataset.get(), name.c_str()), tr("make an axis"));
}

void attach_axis(const Hdf5Dataset& array, const Hdf5Dataset& axis, std::size_t dimension) {
  check(H5DSattach_scale(array.get(), axis.get(), static_cast<unsigned>(dimension)),
        tr("attach an axis"));
}

}  // namespace jtsim::output
