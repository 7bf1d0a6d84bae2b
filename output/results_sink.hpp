// The HDF5 side of results.h5: its structure, and replicates in index order. One thread at a time.
#pragma once

#include <filesystem>
#include <optional>
#include <vector>

#include "output/hdf5_write.hpp"
#include "output/packed_replicate.hpp"
#include "output/provenance.hpp"
#include "output/register_writer.hpp"

namespace jtsim::output {

/// A file under construction. Throws Hdf5Failure.
class ResultsSink {
 public:
  /// Creates `path`. `layout` outlives the sink.
  ResultsSink(const std::filesystem::path& path, const Layout& layout, const Provenance& provenance,
              KeepRegister keep);

  /// Appends the next replicate.
  void write(PackedReplicate&& replicate);
  std::uint32_t replicates_written() const { return written_; }
  std::uint64_t bytes_written() const { return bytes_; }

  /// Cuts the arrays to the replicates written, and closes everything.
  void close();

 private:
  void create_axes(KeepRegister keep);
  void create_series();
  void write_provenance(const Provenance& provenance);

  const Layout& layout_;
  Hdf5File file_;
  EnumArray<Axis, Hdf5Dataset> axes_;
  std::vector<Hdf5Dataset> series_;
  std::optional<RegisterWriter> register_;
  std::uint32_t written_ = 0;
  std::uint64_t bytes_ = 0;
};

}  // namespace jtsim::output
