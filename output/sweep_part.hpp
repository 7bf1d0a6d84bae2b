// A part of a sweep on disk: the results of a block of runs, whole or not there at all. Only types
// of fixed length, every array with checksums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "output/hdf5_read.hpp"
#include "output/hdf5_write.hpp"
#include "output/replicate_result.hpp"

namespace jtsim::output {

/// Raised when the meaning or place of anything in a part changes.
inline constexpr std::uint32_t part_format_version = 1;

enum class NumberType : std::uint8_t { int32, int64, float64 };

/// Which array of every run is kept: its elements without `replicate`.
struct KeptArray {
  std::string name;
  NumberType type = NumberType::int32;
  std::vector<hsize_t> shape;

  std::size_t size() const;
  bool operator==(const KeptArray&) const = default;
};

KeptArray kept_array(const Layout::Entry& entry);
std::size_t bytes_of(NumberType type);
hid_t hdf5_type_of(NumberType type);
/// One element that marks what was not observed.
const void* fill_of(NumberType type);

/// The lines of a text; a line feed ends each.
std::vector<std::string> lines_of(std::string_view text);

/// The result of one run.
struct SweepRun {
  /// Position in the plan.
  std::uint64_t run = 0;
  double seconds = 0;
  /// Why there is no result; empty if there is one.
  std::string failure = {};
  /// By the names of the part; NaN where there is no value.
  std::vector<double> outcomes = {};
  /// How many of these names the run itself has.
  std::uint32_t outcome_count = 0;
  /// One packed chunk for every kept array.
  std::vector<std::vector<std::byte>> arrays = {};
};

/// What belongs to a part as a whole.
struct PartHead {
  /// Of the sweep.
  std::string plan_digest;
  std::uint32_t block = 0;
  /// Counts the parts of one block, which is more than one after an interruption.
  std::uint32_t generation = 0;
  std::vector<KeptArray> arrays;
  std::vector<std::string> outcome_names;
};

/// Writes a part's file; equal runs give equal bytes. `runs` ascend and are not empty. Throws
/// Hdf5Failure. A full disk can pass unnoticed by the library: `PartReader::verify` finds it.
void write_sweep_part(const std::filesystem::path& path, const PartHead& head,
                      const std::vector<SweepRun>& runs);

/// What a part says of each of its runs.
struct PartRow {
  std::uint64_t run = 0;
  double seconds = 0;
  bool failed = false;
  /// Of names that the run itself has; 0 where it is not known.
  std::uint32_t outcome_count = 0;
};

/// Reads a part that somebody may have damaged. All members throw ForeignFile or Hdf5Failure; see
/// `reading`.
class PartReader {
 public:
  /// Reads the head and the rows. `arrays` are those of the plan.
  PartReader(const std::filesystem::path& path, const std::vector<KeptArray>& arrays);

  const PartHead& head() const { return head_; }
  const std::vector<PartRow>& rows() const { return rows_; }

  /// The texts of failed runs, by position in `rows`.
  std::vector<std::string> failures() const;
  /// Outcomes of `count` rows from `first` on, row by row.
  std::vector<double> outcomes(std::size_t first, std::size_t count) const;
  /// The packed chunk of one array of a row that did not fail.
  std::vector<std::byte> chunk(std::size_t array, std::size_t row) const;
  /// The same as numbers; NaN for what was not observed.
  std::vector<double> numbers(std::size_t array, std::size_t row) const;
  /// Reads everything, so that whatever is damaged throws.
  void verify() const;

 private:
  void read_rows();

  Hdf5File file_;
  PartHead head_;
  std::vector<PartRow> rows_;
  Hdf5Dataset outcomes_;
  std::vector<Hdf5Dataset> arrays_;
};

}  // namespace jtsim::output
