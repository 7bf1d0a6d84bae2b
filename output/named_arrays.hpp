// An HDF5 file of arrays of real numbers over named dimensions, as netCDF-4 readers expect it.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "agents/tables.hpp"
#include "output/hdf5_write.hpp"

namespace jtsim::output {

/// A file under construction: first its dimensions with their coordinates, then its arrays. Throws
/// Hdf5Failure.
class NamedArrays {
 public:
  using Axes = std::vector<std::string_view>;

  explicit NamedArrays(const std::filesystem::path& path) : file_(create_file(path)) {}

  hid_t root() const { return file_.get(); }

  /// A dimension whose coordinate are identifiers, with `<name>_label_zh` and `<name>_label_en`.
  void add_names(const std::string& name, Label meaning, const std::vector<agents::Name>& names);
  /// A dimension whose coordinate are numbers; none for no numbers.
  void add_numbers(const std::string& name, Label meaning,
                   const std::vector<std::int32_t>& numbers);
  /// Texts along the dimension added last.
  void add_texts(const std::string& name, Label meaning, const std::vector<std::string>& texts);
  /// Whole numbers along the dimension added last.
  void add_int32s(const std::string& name, Label meaning, const std::vector<std::int32_t>& numbers);
  /// Values in row order over dimensions that are there; NaN is missing.
  void add_array(const std::string& name, Label meaning, const Axes& axes,
                 const std::vector<double>& values);
  /// A dimension whose coordinate was written elsewhere.
  void adopt(const std::string& name, std::size_t size, Hdf5Dataset scale);
  bool has_dimension(std::string_view name) const;

  /// An array that is filled chunk by chunk.
  struct ChunkedArray {
    hid_t type;
    /// One element of that type.
    const void* fill;
    std::vector<hsize_t> chunk;
  };
  Hdf5Dataset create(const std::string& name, Label meaning, const Axes& axes,
                     const ChunkedArray& form);
  void close();

 private:
  struct Dimension {
    std::string name;
    std::size_t size = 0;
    Hdf5Dataset scale;
  };

  const Dimension& dimension(std::string_view name) const;

  Hdf5File file_;
  std::vector<Dimension> dimensions_;
};

}  // namespace jtsim::output
