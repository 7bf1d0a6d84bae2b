// Writes the register of the displaced: columns that grow with every replicate.
#pragma once

#include <vector>

#include "output/hdf5_write.hpp"
#include "output/packed_replicate.hpp"
#include "output/register_columns.hpp"

namespace jtsim::output {

/// Events per chunk of a column.
inline constexpr std::size_t register_chunk_events = 16'384;

/// The variables `displaced_*` over the growing dimension `event`. Whole chunks go to the file as
/// soon as they are full, the last one when the file is closed.
class RegisterWriter {
 public:
  RegisterWriter(hid_t file, const Axes& axes);

  void append(PackedReplicate&& replicate);
  /// Writes what is left and closes the columns.
  void close();

 private:
  struct Column {
    Hdf5Dataset dataset;
    std::size_t element_bytes;
    /// One element that marks what is missing, for the end of the last chunk.
    std::vector<std::byte> fill;
    std::vector<std::byte> pending;
  };

  void add_column(hid_t file, const RegisterColumn& column, const Axes& axes);
  void write_chunk(Column& column, std::size_t events);

  Column index_;
  std::vector<Column> columns_;
  std::size_t written_ = 0;
  std::size_t pending_ = 0;
};

}  // namespace jtsim::output
