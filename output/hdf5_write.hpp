// What we write into HDF5 files: attributes, texts, lists of names, chunked arrays, axes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "base/enum_table.hpp"
#include "base/error.hpp"
#include "base/language.hpp"
#include "output/hdf5_handle.hpp"

namespace jtsim::output {

/// A new file that any reader of HDF5 1.10 reads, its variables in the order of creation; an older
/// one of that name is lost.
Hdf5File create_file(const std::filesystem::path& path);

/// What the failure to write to `path` is to the user: how far it got, and the system's or the
/// library's reason.
StorageError storage_error(const Hdf5Failure& failure, const std::filesystem::path& path);

/// The type of T in our files (little-endian, also in memory) as a library constant; nothing to
/// close.
template <class T>
hid_t hdf5_type();
template <>
hid_t hdf5_type<std::int8_t>();
template <>
hid_t hdf5_type<std::int16_t>();
template <>
hid_t hdf5_type<std::int32_t>();
template <>
hid_t hdf5_type<std::uint32_t>();
template <>
hid_t hdf5_type<std::int64_t>();
template <>
hid_t hdf5_type<std::uint64_t>();
template <>
hid_t hdf5_type<double>();

/// A scalar attribute of fixed length, UTF-8.
void write_attribute(hid_t object, const char* name, std::string_view text);

/// A number, or a list of numbers, as attribute.
template <class T>
requires std::is_arithmetic_v<T>
void write_attribute(hid_t object, const char* name, T number);
template <class T>
void write_attribute(hid_t object, const char* name, std::span<const T> numbers);

/// What an array holds, as `long_name` in English and `long_name_zh` in Chinese.
void write_meaning(hid_t dataset, Label meaning);

/// A text as scalar dataset of fixed length with the attribute `sha256`.
Hdf5Dataset write_text(hid_t parent, const std::string& name, std::string_view text);

/// Texts as a one-dimensional dataset of variable-length UTF-8 strings with the attribute `sha256`
/// (of the texts joined by line feeds).
Hdf5Dataset write_texts(hid_t parent, const std::string& name,
                        const std::vector<std::string>& texts);

/// A text as chunked array of bytes, packed, with the attribute `sha256`.
void write_packed_text(hid_t parent, const std::string& name, std::string_view text);

/// Size, growth and chunks of an array.
struct ArrayPlan {
  std::vector<hsize_t> size;
  /// H5S_UNLIMITED where it grows.
  std::vector<hsize_t> maximum;
  std::vector<hsize_t> chunk;
};

/// A chunked array with shuffle, deflate and fletcher32. `fill` points to one element of `type`.
Hdf5Dataset create_array(hid_t parent, const std::string& name, const ArrayPlan& plan, hid_t type,
                         const void* fill);

/// Numbers as a one-dimensional chunked array.
Hdf5Dataset write_numbers(hid_t parent, const std::string& name,
                          std::span<const std::int32_t> numbers);

/// One chunk as `pack_chunk` made it.
void write_chunk(const Hdf5Dataset& array, const std::vector<hsize_t>& offset,
                 std::span<const std::byte> chunk);

/// Makes a dataset the coordinate variable of the dimension of its own name.
void make_axis(const Hdf5Dataset& dataset, const std::string& name);
/// Names one dimension of an array by its coordinate variable.
void attach_axis(const Hdf5Dataset& array, const Hdf5Dataset& axis, std::size_t dimension);

}  // namespace jtsim::output
