// The file of a sweep: which scenario is run at which points, how often, and what is kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "base/enum_table.hpp"
#include "base/field.hpp"
#include "base/file_path.hpp"
#include "configs/problems.hpp"
#include "configs/yaml_document.hpp"

namespace jtsim::configs {

/// How points are chosen.
enum class DesignKind : std::uint8_t { list, grid, random, lhs, sobol, saltelli, morris };

/// Whether all points draw the same luck, or each its own.
enum class SweepSeeds : std::uint8_t { common, independent };

/// What a merged sweep keeps of single runs.
enum class SweepKeep : std::uint8_t { all, quantiles };

}  // namespace jtsim::configs

namespace jtsim {
template <>
inline constexpr std::array<Label, 7> labels_of<configs::DesignKind>{{
    tr("points of a CSV file"),
    tr("all combinations of levels"),
    tr("independent random points"),
    tr("Latin hypercube"),
    tr("Sobol's sequence"),
    tr("Saltelli's scheme for Sobol indices"),
    tr("Morris's paths for elementary effects"),
}};
template <>
inline constexpr std::array<Label, 2> labels_of<configs::SweepSeeds>{{
    tr("the same at all points, so that they are paired"),
    tr("each point its own"),
}};
template <>
inline constexpr std::array<Label, 2> labels_of<configs::SweepKeep>{{
    tr("every run"),
    tr("means and quantiles only"),
}};
}  // namespace jtsim

namespace jtsim::configs {

struct DesignSettings {
  DesignKind kind = DesignKind::list;
  FilePath file;
  std::uint64_t points = 64;
  std::uint64_t levels = 4;
  std::uint64_t seed = 1;

  static constexpr auto fields() {
    using S = DesignSettings;
    return std::tuple{
        option({"kind", "", tr("how points are chosen"), ""}, &S::kind),
        option({"file", "", tr("points of the kind `list`: CSV, one column a parameter"), ""},
               &S::file),
        number({"points", "points",
                tr("how many; in `saltelli` base points of (factors + 2) points each, in `morris` "
                   "paths of (factors + 1)"),
                "computed by convention"},
               &S::points, {1, 10'000'000}, {16, 4096}),
        number({"levels", "levels", tr("of each factor in `grid` and `morris`"),
                "computed by convention"},
               &S::levels, {2, 1'000'000}, {2, 10}),
        number({"seed", "", tr("of the design, not of the runs"), "computed by convention"},
               &S::seed, {0, 18'446'744'073'709'551'615.0}, {1, 1}),
    };
  }
};

/// The declared part of a sweep file.
struct SweepDocument {
  FilePath scenario;
  DesignSettings design;
  int replicates = 10;
  SweepSeeds seeds = SweepSeeds::common;
  SweepKeep keep = SweepKeep::all;
  std::vector<std::string> record{"outcomes", "stock"};
  std::vector<std::string> outcomes{"*"};
  int runs_per_part = 0;

  static constexpr auto fields() {
    using S = SweepDocument;
    return std::tuple{
        option({"scenario", "", tr("the scenario that is varied"), ""}, &S::scenario),
        option({"design", "", tr("which points are run"), ""}, &S::design),
        number({"replicates", "runs", tr("of each point"), "computed by convention"},
               &S::replicates, {1, 1'000'000}, {10, 100}),
        option({"seeds", "", tr("luck of the points"), ""}, &S::seeds),
        option({"keep", "", tr("what the merged file keeps of single runs"), ""}, &S::keep),
        option({"record", "", tr("`outcomes` and names of series"), ""}, &S::record),
        option({"outcomes", "", tr("names of outcomes to keep; `*` stands for any text"), ""},
               &S::outcomes),
        number({"runs_per_part", "runs", tr("runs in one file of results; 0: the program chooses"),
                "computed by convention"},
               &S::runs_per_part, {0, 1'000'000}, {0, 0}),
    };
  }
};

/// A variant of the scenario that is run at every point of the design.
struct SweepPolicy {
  std::string name;
  /// "key.path=value".
  std::vector<std::string> overrides;
};

/// A sweep file as it was read.
struct SweepFile {
  SweepDocument document;
  /// On top of the scenario, at every point.
  std::vector<std::string> set;
  /// At least one.
  std::vector<SweepPolicy> policies;
  /// The key `factors`, if it is there.
  std::optional<Node> factors;
  /// Of the file; names of files in overrides are relative to it.
  std::filesystem::path folder;
  std::string text;
};

/// Throws InputError with everything that is wrong.
SweepFile read_sweep_file(const std::filesystem::path& path);

/// A section as overrides, nested keys joined by dots. Lists and single values end a path.
std::vector<std::string> overrides_of(const Node& section, Problems& problems);

}  // namespace jtsim::configs
