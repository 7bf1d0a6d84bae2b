// Reads factors from a user's file.
#include <algorithm>
#include <cmath>
#include <optional>
#include <tuple>

#include <fmt/format.h>

#include "configs/factors.hpp"
#include "configs/field_reader.hpp"
#include "configs/number_text.hpp"
#include "configs/parameter_value.hpp"
#include "configs/parameters.hpp"

namespace jtsim::configs {

namespace {

/// What a file may say about one factor.
struct FactorKeys {
  std::optional<double> low;
  std::optional<double> high;
  std::optional<Distribution> distribution;
  std::optional<double> mode;
  std::optional<double> mean;
  std::optional<double> standard_deviation;
  std::vector<std::string> values;

  static constexpr auto fields() {
    using S = FactorKeys;
    constexpr Interval any{-1e300, 1e300};
    constexpr Interval positive{1e-300, 1e300};
    return std::tuple{
        number({"low", "", tr("smallest value"), ""}, &S::low, any, any),
        number({"high", "", tr("largest value"), ""}, &S::high, any, any),
        option({"distribution", "", tr("how the values are spread"), ""}, &S::distribution),
        number({"mode", "", tr("most likely value of the triangular distribution"), ""}, &S::mode,
               any, any),
        number({"mean", "", tr("centre of the normal distribution"), ""}, &S::mean, any, any),
        number(
            {"standard_deviation", "", tr("of the normal distribution before it is cut off"), ""},
            &S::standard_deviation, positive, positive),
        option({"values", "", tr("the values of a list"), ""}, &S::values),
    };
  }
};

/// One factor while it is read.
class FactorReader {
 public:
  FactorReader(const Entry& entry, Problems& problems)
      : entry_(entry), problems_(problems), key_(joined_key(std::string(factors_key), entry.key)) {}

  std::optional<Factor> read(const std::vector<Parameter>& rows) {
    const std::size_t before = problems_.count();
    const Parameter* parameter = find(rows);
    if (parameter == nullptr) return std::nullopt;
    const FactorKeys keys = read_keys();
    if (problems_.count() > before) return std::nullopt;
    Factor factor{.path = entry_.key,
                  .unit = parameter->unit,
                  .is_whole = parameter->type == ValueType::whole};
    if (keys.values.empty() && keys.distribution != Distribution::list) {
      set_range(*parameter, keys, factor);
      set_shape(*parameter, keys, factor);
    } else {
      set_values(*parameter, keys, factor);
    }
    if (problems_.count() > before) return std::nullopt;
    return factor;
  }

 private:
  void refuse(const Fault& fault) { problems_.add(entry_.key_place, key_, fault); }
  void refuse(const std::string& what, const std::string& allowed) { refuse({what, allowed}); }

  const Parameter* find(const std::vector<Parameter>& rows) {
    const auto found = find_parameter(rows, entry_.key);
    if (const Fault* fault = std::get_if<Fault>(&found)) refuse(*fault);
    const auto* parameter = std::get_if<const Parameter*>(&found);
    return parameter == nullptr ? nullptr : *parameter;
  }

  FactorKeys read_keys() {
    FactorKeys keys;
    const Node& node = entry_.value;
    const bool plausible = node.kind == NodeKind::scalar && node.text == "plausible";
    if (node.kind == NodeKind::nothing || plausible) return keys;
    if (node.kind == NodeKind::list) {
      read_pair(node, keys);
      return keys;
    }
    if (node.kind == NodeKind::scalar) {
      refuse(fmt::format("{} is one value; a factor has several", described(node)),
             "plausible, [low, high], or {values: [...]}");
      return keys;
    }
    Places places;
    FieldReader(problems_, places).read_fields(node, key_, keys);
    return keys;
  }

  /// [low, high].
  void read_pair(const Node& list, FactorKeys& keys) {
    std::vector<double> ends;
    for (const Node& item : list.items) {
      double value = 0;
      const NumberRule any{{-1e300, 1e300}, ""};
      if (item.kind == NodeKind::scalar && !set_from_text(item.text, any, value))
        ends.push_back(value);
    }
    if (ends.size() != 2 || list.items.size() != 2) {
      refuse("a range is a list of two numbers",
             "[low, high]; single values stand under {values: [...]}");
      return;
    }
    keys.low = ends[0];
    keys.high = ends[1];
  }

  void set_range(const Parameter& parameter, const FactorKeys& keys, Factor& factor) {
    if (!parameter.is_number() || parameter.is_list) {
      std::string choices;
      for (const Choice& choice : parameter.choices)
        choices += (choices.empty() ? "" : ", ") + choice.text;
      if (parameter.type == ValueType::truth) choices = "true, false";
      refuse("this parameter is no number and has no range",
             fmt::format("{{values: [{}]}}", choices.empty() ? "..." : choices));
      return;
    }
    const bool is_fixed = parameter.range.low == parameter.range.high;
    if ((!keys.low || !keys.high) && is_fixed) {
      refuse("this parameter has no declared plausible range", "give low and high");
      return;
    }
    factor.range = {keys.low.value_or(parameter.range.low),
                    keys.high.value_or(parameter.range.high)};
    if (!(factor.range.low < factor.range.high)) {
      refuse(fmt::format("low {} is not below high {}", number_to_text(factor.range.low),
                         number_to_text(factor.range.high)),
             "low < high");
    }
    for (const double end : {factor.range.low, factor.range.high}) {
      if (auto fault = check_number(end, {parameter.valid, parameter.unit})) refuse(*fault);
      if (factor.is_whole && end != std::floor(end))
        refuse(fmt::format("{} is not a whole number", number_to_text(end)), "whole numbers");
    }
  }

  void set_shape(const Parameter& parameter, const FactorKeys& keys, Factor& factor) {
    if (!keys.distribution && keys.mode) factor.distribution = Distribution::triangular;
    if (!keys.distribution && keys.mean) factor.distribution = Distribution::normal;
    if (!keys.distribution && !keys.mode && !keys.mean && !keys.low && !keys.high &&
        parameter.is_number())
      factor.distribution = plausible_distribution(parameter);
    factor.distribution = keys.distribution.value_or(factor.distribution);
    refuse_unused(keys, factor.distribution);
    if (factor.distribution == Distribution::log_uniform && factor.range.low <= 0)
      refuse("a log-uniform factor has a low end above 0", "low > 0, or distribution: uniform");
    if (factor.distribution == Distribution::triangular) set_mode(parameter, keys, factor);
    if (factor.distribution == Distribution::normal) set_normal(keys, factor);
  }

  void refuse_unused(const FactorKeys& keys, Distribution distribution) {
    const auto check = [&](const auto& value, const char* name, Distribution user) {
      if (value && distribution != user) {
        refuse(
            fmt::format("`{}` means nothing to a {} distribution", name, identifier(distribution)),
            fmt::format("distribution: {}", identifier(user)));
      }
    };
    check(keys.mode, "mode", Distribution::triangular);
    check(keys.mean, "mean", Distribution::normal);
    check(keys.standard_deviation, "standard_deviation", Distribution::normal);
  }

  void set_mode(const Parameter& parameter, const FactorKeys& keys, Factor& factor) {
    // The value in force is the most likely one, if nobody says another.
    double in_force = 0;
    const NumberRule any{{-1e300, 1e300}, ""};
    const bool known = !set_from_text(parameter.value, any, in_force);
    if (!keys.mode && !known) {
      refuse("the triangular distribution has no mode", "give mode");
      return;
    }
    factor.mode = keys.mode.value_or(in_force);
    if (!factor.range.contains(factor.mode)) {
      refuse(fmt::format("the mode {} lies outside {} to {}", number_to_text(factor.mode),
                         number_to_text(factor.range.low), number_to_text(factor.range.high)),
             "low <= mode <= high");
    }
  }

  void set_normal(const FactorKeys& keys, Factor& factor) {
    if (!keys.mean || !keys.standard_deviation) {
      refuse("a normal distribution has a mean and a standard deviation",
             "give mean and standard_deviation");
      return;
    }
    factor.mean = *keys.mean;
    factor.standard_deviation = *keys.standard_deviation;
    constexpr double farthest = 5;
    const double from_range =
        std::max(factor.range.low - factor.mean, factor.mean - factor.range.high);
    if (from_range > farthest * factor.standard_deviation) {
      refuse("the range lies more than five standard deviations from the mean",
             "a mean inside or near the range");
    }
  }

  void set_values(const Parameter& parameter, const FactorKeys& keys, Factor& factor) {
    factor.distribution = Distribution::list;
    const bool mixed = keys.low || keys.high || keys.mode || keys.mean || keys.standard_deviation;
    if (mixed || keys.distribution.value_or(Distribution::list) != Distribution::list)
      refuse("`values` stand alone", "either values, or a range with its distribution");
    if (keys.values.size() < 2) refuse("a list of values has at least two", "values: [a, b]");
    for (const std::string& text : keys.values) {
      if (auto fault = value_fault(parameter, text)) refuse(*fault);
      const bool is_text = parameter.type == ValueType::text || parameter.type == ValueType::file;
      factor.values.push_back(is_text ? yaml_text(text) : text);
    }
  }

  const Entry& entry_;
  Problems& problems_;
  std::string key_;
};

}  // namespace

std::vector<Factor> read_factors(const Node& map, const Document& document, Problems& problems) {
  std::vector<Factor> factors;
  if (map.kind != NodeKind::map || map.entries.empty()) {
    problems.add({map.place, std::string(factors_key),
                  fmt::format("expected parameters, found {}", described(map)),
                  "`search.search_intensity: [0.03, 0.12]` under `factors:`"});
    return factors;
  }
  const std::vector<Parameter> rows = parameters_of_document(document);
  for (const Entry& entry : map.entries) {
    if (auto factor = FactorReader(entry, problems).read(rows))
      factors.push_back(std::move(*factor));
  }
  return factors;
}

}  // namespace jtsim::configs
