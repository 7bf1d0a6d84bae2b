// From the shape of a distribution and a unit number to a value.
#include "configs/factors.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "base/distributions.hpp"
#include "base/error.hpp"
#include "base/log2.hpp"
#include "configs/number_text.hpp"

namespace jtsim::configs {

namespace {

/// A range this many times as wide as its low end is thought of in orders of magnitude.
constexpr double wide_ratio = 10;

/// Digits beyond these differ between C libraries.
double ten_digits(double value) {
  const std::string text = fmt::format("{:.10g}", value);
  double rounded = value;
  std::from_chars(text.data(), text.data() + text.size(), rounded);
  return rounded;
}

double normal_share_below(double deviate) { return std::erfc(-deviate / std::numbers::sqrt2) / 2; }

/// Shares of the whole normal distribution below the ends of the range.
Interval normal_ends(const Factor& f) {
  return {normal_share_below((f.range.low - f.mean) / f.standard_deviation),
          normal_share_below((f.range.high - f.mean) / f.standard_deviation)};
}

double normal_at(const Factor& f, double unit) {
  const Interval ends = normal_ends(f);
  const double share = ends.low + unit * (ends.high - ends.low);
  if (share <= 0) return f.range.low;
  if (share >= 1) return f.range.high;
  return f.mean + f.standard_deviation * normal_quantile(share);
}

double triangular_at(const Factor& f, double unit) {
  const double width = f.range.high - f.range.low;
  const double rise = f.mode - f.range.low;
  if (unit * width < rise) return f.range.low + std::sqrt(unit * width * rise);
  return f.range.high - std::sqrt((1 - unit) * width * (width - rise));
}

double triangular_unit(const Factor& f, double value) {
  const double width = f.range.high - f.range.low;
  const double rise = f.mode - f.range.low;
  const double above = value - f.range.low;
  if (above < rise) return above * above / (width * rise);
  const double below = f.range.high - value;
  return width > rise ? 1 - below * below / (width * (width - rise)) : 1;
}

/// Equally likely whole numbers, both ends included.
double whole_at(const Factor& f, double unit) {
  return std::min(f.range.high, f.range.low + std::floor(unit * (f.range.high - f.range.low + 1)));
}

double position_at(const Factor& f, double unit) {
  const auto count = static_cast<double>(f.values.size());
  return std::min(count - 1, std::floor(unit * count));
}

/// What somebody decides, rather than what nobody knows: amounts and admissions of programmes; how
/// long and how often is run, what is recorded; the settings of other kinds.
constexpr std::array<std::string_view, 9> decided{"budgets",    "eligibility", "seats_per_month",
                                                  "max_active", "max_total",   "output",
                                                  "replicates", "markov",      "urn"};

bool is_off(const Parameter& section) {
  const auto enabled = std::ranges::find(section.children, "enabled", &Parameter::name);
  return enabled != section.children.end() && enabled->value == "false";
}

void collect_plausible(const std::vector<Parameter>& rows, const std::string& path,
                       std::vector<Factor>& factors) {
  for (const Parameter& row : rows) {
    const std::string key = joined_key(path, row.name);
    if (is_off(row) || std::ranges::find(decided, row.name) != decided.end()) continue;
    collect_plausible(row.children, key, factors);
    if (!has_plausible_range(row)) continue;
    factors.push_back({.path = key,
                       .unit = row.unit,
                       .distribution = plausible_distribution(row),
                       .range = row.range,
                       .is_whole = row.type == ValueType::whole});
  }
}

}  // namespace

double number_at(const Factor& f, double unit) {
  expect(unit >= 0 && unit <= 1, "a factor's number comes from the unit interval");
  double value = 0;
  switch (f.distribution) {
    case Distribution::list:
      return position_at(f, unit);
    case Distribution::uniform:
      if (f.is_whole) return whole_at(f, unit);
      value = f.range.low + unit * (f.range.high - f.range.low);
      break;
    case Distribution::log_uniform:
      value = f.range.low * pow_fixed(f.range.high / f.range.low, unit);
      break;
    case Distribution::triangular:
      value = triangular_at(f, unit);
      break;
    case Distribution::normal:
      value = normal_at(f, unit);
      break;
  }
  value = f.is_whole ? std::round(value) : ten_digits(value);
  return std::clamp(value, f.range.low, f.range.high);
}

double unit_of(const Factor& f, double value) {
  if (f.distribution == Distribution::list) {
    return (value + 0.5) / static_cast<double>(f.values.size());
  }
  if (value <= f.range.low) return 0;
  if (value >= f.range.high) return 1;
  const double width = f.range.high - f.range.low;
  switch (f.distribution) {
    case Distribution::uniform:
      return f.is_whole ? (value - f.range.low + 0.5) / (width + 1) : (value - f.range.low) / width;
    case Distribution::log_uniform:
      return std::log(value / f.range.low) / std::log(f.range.high / f.range.low);
    case Distribution::triangular:
      return triangular_unit(f, value);
    case Distribution::normal: {
      const Interval ends = normal_ends(f);
      const double share = normal_share_below((value - f.mean) / f.standard_deviation);
      return (share - ends.low) / (ends.high - ends.low);
    }
    case Distribution::list:
      break;
  }
  return 0;
}

std::string value_at(const Factor& f, double unit) {
  const double number = number_at(f, unit);
  if (f.distribution == Distribution::list) return f.values[static_cast<std::size_t>(number)];
  return number_to_text(number);
}

std::string override_at(const Factor& f, double unit) { return f.path + "=" + value_at(f, unit); }

bool has_plausible_range(const Parameter& parameter) {
  return parameter.is_number() && !parameter.is_list && parameter.range.low < parameter.range.high;
}

Distribution plausible_distribution(const Parameter& parameter) {
  const auto [low, high] = parameter.range;
  return low > 0 && high >= wide_ratio * low ? Distribution::log_uniform : Distribution::uniform;
}

std::vector<Factor> plausible_factors(const Document& document) {
  std::vector<Factor> factors;
  collect_plausible(parameters_of_document(document), "", factors);
  return factors;
}

}  // namespace jtsim::configs
