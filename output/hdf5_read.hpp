// Reads HDF5 files that somebody else may have made: nothing outside the file, nothing larger than
// allowed, no types of variable length.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/sentence.hpp"
#include "output/hdf5_handle.hpp"

namespace jtsim::output {

/// What is read must be smaller than this.
inline constexpr std::uint64_t largest_text_bytes = 64U << 20;
inline constexpr std::uint64_t largest_slab_bytes = 1U << 30;
inline constexpr std::size_t most_members = 10'000;

/// A file is not what it should be: a user's mistake or worse. Says which part and why.
class ForeignFile : public std::runtime_error {
 public:
  explicit ForeignFile(Sentence why)
      : std::runtime_error(why.told(Language::en)), why_(std::move(why)) {}
  /// `part`: name of what is wrong.
  ForeignFile(const std::string& part, const Sentence& why)
      : ForeignFile(Sentence(tr("{}: {}"), part, why)) {}
  const Sentence& why() const { return why_; }

 private:
  Sentence why_;
};

/// Opens an existing regular file to read. Throws StorageError, or ForeignFile if it is no HDF5.
Hdf5File open_to_read(const std::filesystem::path& path);

/// Names of the members of a group, by name. Throws ForeignFile if one of them is no hard link.
std::vector<std::string> members_of(hid_t group);

Hdf5Group open_group(hid_t parent, const std::string& name);
/// Throws ForeignFile on links, external or virtual storage and unknown filters.
Hdf5Dataset open_dataset(hid_t parent, const std::string& name);
bool is_dataset(hid_t parent, const std::string& name);

bool has_attribute(hid_t object, const char* name);
/// A text of fixed length.
std::string read_text_attribute(hid_t object, const char* name);
std::uint64_t read_number_attribute(hid_t object, const char* name);

/// Lengths of an array's dimensions.
std::vector<hsize_t> size_of(const Hdf5Dataset& array);
/// The part of an array of whole numbers that begins at `first` and has `extent`, in row order.
/// Throws ForeignFile for another number of dimensions, other numbers, or beyond
/// `largest_slab_bytes`.
std::vector<std::int64_t> read_integers(const Hdf5Dataset& array, const std::vector<hsize_t>& first,
                                        const std::vector<hsize_t>& extent);

/// The same of an array of real numbers.
std::vector<double> read_reals(const Hdf5Dataset& array, const std::vector<hsize_t>& first,
                               const std::vector<hsize_t>& extent);

/// The stored bytes of the chunk at `offset`, which end in their checksum; empty where none was
/// written. Throws ForeignFile if the checksum does not agree.
std::vector<std::byte> read_chunk(const Hdf5Dataset& array, const std::vector<hsize_t>& offset);

/// What `write_packed_text` wrote.
std::string read_packed_text(hid_t parent, const std::string& name);

/// A scalar text of fixed length whose digest agrees with the attribute `sha256`.
std::string read_text(hid_t parent, const std::string& name);

}  // namespace jtsim::output
