// The frozen plan of a sweep: its points, its runs in their order, and everything they are computed
// from.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/designs.hpp"
#include "configs/file_source.hpp"
#include "configs/sweep_document.hpp"
#include "output/sweep_part.hpp"

namespace jtsim::app {

/// Raised when the meaning of anything in a plan changes.
inline constexpr std::uint32_t plan_format_version = 1;

/// A parameter that varies over the design.
struct PlannedFactor {
  std::string path;
  std::string unit;
  /// Of the configs' Distribution; `list` with no range where values come from a table.
  std::string distribution;
  double low = 0;
  double high = 0;
  /// Of a list: YAML in one line.
  std::vector<std::string> values = {};
  /// Of the triangular distribution its mode, of the normal one mean and standard deviation.
  std::vector<double> shape = {};
};

/// What one run takes, measured by the pilot on this machine.
struct RunCost {
  /// On one thread.
  double seconds = 0;
  /// In a part.
  double bytes = 0;
  /// Of memory for each thread, and for the program itself.
  double thread_bytes = 0;
  double program_bytes = 0;
};

/// Never changed once written. Point number = policy x design rows + design row; run number =
/// replicate x points + point, so that what is done first is an even sample of all points.
struct SweepPlan {
  std::string name;
  configs::DesignSettings design;
  std::vector<PlannedFactor> factors;
  std::vector<configs::SweepPolicy> policies;
  /// At every point.
  std::vector<std::string> set;
  /// [design row][factor] values as YAML in one line.
  std::vector<std::vector<std::string>> values;
  /// The design in the unit cube; without points if values come from a table.
  Design unit_design;
  std::uint32_t replicates = 1;
  configs::SweepSeeds seeds = configs::SweepSeeds::common;
  configs::SweepKeep keep = configs::SweepKeep::all;
  /// Patterns of the outcomes that are kept; none: no outcomes.
  std::vector<std::string> outcomes;
  std::vector<output::KeptArray> arrays;
  /// By point.
  std::vector<std::uint64_t> point_seeds;
  std::vector<std::string> point_digests;
  /// Every file that a point reads, the scenario first.
  std::vector<configs::SourceText> inputs;
  std::string program_version;
  std::string git_commit;

  /// What follows does not move results.
  std::uint32_t runs_per_part = 1;
  RunCost cost;
  /// SHA-256 over everything above.
  std::string digest;

  std::uint64_t rows() const { return values.size(); }
  std::uint64_t points() const { return rows() * policies.size(); }
  std::uint64_t runs() const { return points() * replicates; }
  std::uint64_t blocks() const { return (runs() + runs_per_part - 1) / runs_per_part; }

  std::uint64_t row_of(std::uint64_t point) const { return point % rows(); }
  std::uint64_t policy_of(std::uint64_t point) const { return point / rows(); }
  std::uint64_t point_of(std::uint64_t run) const { return run % points(); }
  std::uint32_t replicate_of(std::uint64_t run) const {
    return static_cast<std::uint32_t>(run / points());
  }
  std::uint64_t run_of(std::uint64_t point, std::uint32_t replicate) const {
    return replicate * points() + point;
  }
  std::uint32_t block_of(std::uint64_t run) const {
    return static_cast<std::uint32_t>(run / runs_per_part);
  }

  /// "key.path=value" of one point, names of files relative to the folder of the scenario.
  std::vector<std::string> overrides_of(std::uint64_t point) const;
};

/// SHA-256 over everything that moves results.
std::string digest_of(const SweepPlan& plan);

/// Throws InputError unless this very program made the plan: another one may compute other numbers.
void require_this_program(const SweepPlan& plan);

}  // namespace jtsim::app
