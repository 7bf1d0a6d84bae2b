// One row of `jtsim validate`: a figure of the program beside what it should be.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/enum_table.hpp"
#include "base/field.hpp"
#include "base/sentence.hpp"

namespace jtsim::app {

enum class Verdict : std::uint8_t { pass, fail, not_measured };

/// What a row is for: `V` an external check of the code, `C` the model is calibrated to it, `H`
/// held out and never fitted, `X` a projection from outside to compare with.
enum class Use : std::uint8_t { V, C, H, X };

struct Finding {
  /// E.g. `V1.expected.unemployment`, `T13.year_1`.
  std::string id;
  Use use = Use::V;
  Sentence what;
  std::string unit = {};
  /// Absent: not measured.
  std::optional<double> value = std::nullopt;
  /// Of the mean over replicates; 0 where luck plays no part.
  double standard_error = 0;
  /// 5 % and 95 % quantile over replicates, where there are several.
  std::optional<Interval> spread = std::nullopt;
  Interval accepted{0, 0};
  /// Where the accepted values come from; or why the figure is not measured.
  Sentence note = {};

  Verdict verdict() const {
    if (!value) return Verdict::not_measured;
    return accepted.contains(*value) ? Verdict::pass : Verdict::fail;
  }
};

using Findings = std::vector<Finding>;

/// How much is simulated for the rows of luck.
enum class Effort : std::uint8_t { quick, full };

/// `value` plus or minus `distance`.
inline Interval around(double value, double distance) {
  return {value - distance, value + distance};
}

/// Moves the rows of `more` to the end of `findings`.
inline void append(Findings& findings, Findings more) {
  for (Finding& finding : more) findings.push_back(std::move(finding));
}

}  // namespace jtsim::app

namespace jtsim {
template <>
inline constexpr std::array<Label, 3> labels_of<app::Verdict>{{
    tr("pass"),
    tr("FAIL"),
    tr("not measured"),
}};
template <>
inline constexpr std::array<Label, 4> labels_of<app::Use>{{
    tr("external check"),
    tr("calibrated to"),
    tr("held out"),
    tr("external projection"),
}};
}  // namespace jtsim
