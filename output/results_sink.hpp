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
  /// Creates `path`, empty until the first replicate comes: a run starts without waiting for the
  /// structure. `layout` outlives the sink.
  ResultsSink(const std::filesystem::path& path, const Layout& layout, Provenance provenance,
              KeepRegister keep);

  /// Appends the next replicate.
  void write(PackedReplicate&& replicate);

  /// Cuts the arrays to the replicates written, and closes everything.
  void close();

 private:
  void create_structure();
  void write_provenance();
  void create_axes();
  void create_series();

  const Layout& layout_;
  Provenance provenance_;
  KeepRegister keep_;
  Hdf5File file_;
  EnumArray<Axis, Hdf5Dataset> axes_;
  std::vector<Hdf5Dataset> series_;
  std::optional<RegisterWriter> register_;
  std::uint32_t written_ = 0;
};

}  // namespace jtsim::output
