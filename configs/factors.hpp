// Factors of an experiment: parameters that vary, each with the distribution of its values.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/enum_table.hpp"
#include "base/field.hpp"
#include "configs/document.hpp"
#include "configs/parameter.hpp"
#include "configs/problems.hpp"
#include "configs/yaml_document.hpp"

namespace jtsim::configs {

/// How the values of a factor are spread.
enum class Distribution : std::uint8_t { uniform, log_uniform, triangular, normal, list };

}  // namespace jtsim::configs

namespace jtsim {
template <>
inline constexpr std::array<Label, 5> labels_of<configs::Distribution>{{
    tr("uniform between low and high"),
    tr("uniform in the logarithm"),
    tr("triangular with its peak at the mode"),
    tr("normal, cut off at low and high"),
    tr("one of the values listed, each as likely"),
}};
}  // namespace jtsim

namespace jtsim::configs {

/// The key of a file under which factors stand.
inline constexpr std::string_view factors_key = "factors";

struct Factor {
  /// Key path of the parameter, as on the command line.
  std::string path;
  std::string unit;
  Distribution distribution = Distribution::uniform;
  /// Ends of the values; meaningless for a list.
  Interval range{0, 0};
  /// Values are whole numbers; both ends belong to them.
  bool is_whole = false;
  /// Of the triangular distribution.
  double mode = 0;
  /// Of the normal distribution before it is cut off.
  double mean = 0;
  double standard_deviation = 0;
  /// Of a list: YAML in one line.
  std::vector<std::string> values = {};
};

/// The value below which a share `unit` in [0, 1] of the distribution lies: a number with ten
/// significant digits, so that it is the same text on every machine. Of a list the position.
double number_at(const Factor& factor, double unit);

/// The same as YAML in one line; of a list its entry.
std::string value_at(const Factor& factor, double unit);

/// "path=value", as the command line takes it.
std::string override_at(const Factor& factor, double unit);

/// Where on [0, 1] a value lies: the inverse of `number_at` for numbers, 0 or 1 outside the range.
double unit_of(const Factor& factor, double value);

/// The distribution that a parameter has over its plausible range if nobody says another one:
/// uniform, or log-uniform where the range spans at least a factor of ten. `parameter` is a number.
Distribution plausible_distribution(const Parameter& parameter);

/// Whether a parameter is a number with a plausible range of more than one value.
bool has_plausible_range(const Parameter& parameter);

/// Reads the map `factors` of a user's file: from key paths of parameters of `document` to nothing
/// or `plausible` (the declared plausible range), [low, high], or keys: low, high, distribution,
/// mode, mean, standard_deviation, values. Everything wrong goes to `problems`, under key paths
/// that begin with `factors`.
std::vector<Factor> read_factors(const Node& map, const Document& document, Problems& problems);

/// Every parameter of a scenario of the kind `transition` that is uncertain: a number with a
/// plausible range that is in force (no policy that is off) and that nobody decides (budgets,
/// seats, who is eligible).
std::vector<Factor> plausible_factors(const Document& document);

}  // namespace jtsim::configs
