// The merged file of a sweep: design, outcomes and arrays of all runs over named dimensions,
// readable by netCDF, and with it everything that is needed to compute any run again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "output/named_arrays.hpp"
#include "output/replicate_result.hpp"
#include "output/stored_inputs.hpp"
#include "output/sweep_analysis.hpp"
#include "output/sweep_part.hpp"

namespace jtsim::output {

/// Raised when the meaning or place of anything in a merged file changes.
inline constexpr std::int32_t sweep_format_version = 1;

/// What is kept over replicates, in the order of the dimension `statistic`.
inline constexpr std::size_t statistics_kept = 5;
/// Of arrays, in the order of the dimension `quantile`.
inline constexpr std::size_t quantiles_kept = 3;

enum class RunState : std::int8_t { missing, done, failed };

/// Everything but the results.
struct SweepFileHead {
  std::string name;
  std::string digest;
  std::string program_version;
  std::string git_commit;
  std::string design_kind;
  /// The plan as texts.
  std::string plan;
  std::string points;
  std::string design;
  std::vector<configs::SourceText> inputs;

  /// Of the design: paths and units; values [point][factor] as numbers, texts as their position in
  /// `factor_values`.
  std::vector<std::string> factors;
  std::vector<std::string> factor_units;
  std::vector<std::string> factor_values;
  std::vector<double> design_values;
  /// [point][factor] in the unit cube; empty where values come from a table.
  std::vector<double> unit_values;
  /// By point.
  std::vector<std::string> policies;
  std::vector<std::int32_t> design_rows;
  std::vector<std::string> digests;

  std::size_t point_count = 0;
  std::size_t replicate_count = 0;
  std::vector<std::string> outcomes;
  std::vector<KeptArray> arrays;
  /// Whether single runs are kept.
  bool keeps_runs = true;
};

/// A failed run in words.
struct StoredFailure {
  std::int32_t point = 0;
  std::int32_t replicate = 0;
  std::string why;
};

/// A merged file under construction. Throws Hdf5Failure. Points come in groups of `group_points`,
/// from the first to the last.
class SweepFile {
 public:
  /// `layout` is that of a run, for the axes of arrays.
  SweepFile(const std::filesystem::path& path, const SweepFileHead& head, const Layout& layout);

  std::size_t group_points() const { return group_points_; }

  /// State of every run [point][replicate], and the failures.
  void write_states(const std::vector<RunState>& states,
                    const std::vector<StoredFailure>& failures);
  /// Outcomes of a group [replicate][point][outcome]; the last group is filled up with NaN. Their
  /// statistics follow from them.
  void write_outcomes(std::size_t first_point, const std::vector<double>& values);
  /// An array of one run as its part has it.
  void write_array(std::size_t array, std::size_t point, std::size_t replicate,
                   const std::vector<std::byte>& chunk);
  /// An array's numbers of all runs of a point that have any; means and quantiles are kept.
  void write_array_statistics(std::size_t array, std::size_t point,
                              const std::vector<std::vector<double>>& runs);
  /// What factors and policies do, over dimensions `outcome`, `sweep_policy`, `factor`,
  /// `objective`. The outcomes of the analysis begin with those of the file. `policies` are those
  /// of the sweep.
  void write_analysis(const SweepAnalysis& analysis, const std::vector<std::string>& policies);
  void close();

 private:
  /// Arrays that hold one kept array: all its runs, or mean and quantiles.
  struct Stored {
    Hdf5Dataset runs;
    Hdf5Dataset mean;
    Hdf5Dataset quantiles;
  };

  void write_head(const SweepFileHead& head);
  void write_dimensions(const SweepFileHead& head);
  void create_outcomes(const SweepFileHead& head);
  void create_arrays(const Layout& layout);
  void add_axes(const Layout& layout);
  void write_influences(const SweepAnalysis& analysis, std::size_t policies);
  void write_contrasts(const SweepAnalysis& analysis, std::size_t policies);
  void write_objectives(const SweepAnalysis& analysis);

  NamedArrays file_;
  std::size_t points_;
  std::size_t replicates_;
  std::size_t outcomes_;
  std::vector<KeptArray> arrays_;
  bool keeps_runs_;
  std::size_t group_points_;
  Hdf5Dataset outcome_runs_;
  Hdf5Dataset outcome_statistics_;
  std::vector<Stored> stored_;
};

}  // namespace jtsim::output
