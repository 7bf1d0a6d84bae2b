// One value from one text, by the type and the rule of its declared field; the same for YAML
// scalars and for cells of tables.
#pragma once

#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "agents/enum_labels.hpp"
#include "base/field.hpp"
#include "base/file_path.hpp"
#include "base/month.hpp"
#include "configs/number_text.hpp"

namespace jtsim::configs {

/// How files write that an optional value is absent.
inline constexpr std::string_view no_value = "none";
/// How files write that a network connects all occupations alike, instead of a file.
inline constexpr std::string_view complete_network = "complete";

/// What a declared field says about its numbers.
struct NumberRule {
  Interval valid;
  std::string_view unit;
};

/// Numbers of a declared field; bool is none.
template <class T>
concept Number = std::same_as<T, double> ||(std::integral<T> && !std::same_as<T, bool>);

/// The texts of an enum in files, in its order: the identifiers, but age bands as statistics print
/// them ("16-24", "60+").
template <TabledEnum Enum>
std::vector<std::string> choices_of() {
  std::vector<std::string> texts;
  for (const Enum value : all_of_enum<Enum>()) {
    const bool by_label = std::same_as<Enum, agents::AgeBand>;
    texts.emplace_back(by_label ? label(value).english() : identifier(value));
  }
  return texts;
}

/// "0 to 1 share": the allowed values for a message.
Sentence allowed_text(const NumberRule& rule);

/// What is wrong with a number under the rule, if anything.
std::optional<Fault> check_number(double value, const NumberRule& rule);

/// Position of `text` among the choices.
Parsed<std::size_t> choice_from_text(std::string_view text,
                                     const std::vector<std::string>& choices);

/// Each of these sets `into` from the whole text, or says what is wrong and leaves it alone.
/// Numbers outside the rule are faults, and so is an empty file name.
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule, double& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule,
                                   std::int64_t& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule,
                                   std::uint64_t& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule, bool& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule,
                                   std::string& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule, FilePath& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule,
                                   NetworkPath& into);
std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule, Month& into);

/// Shorter whole numbers.
template <std::signed_integral T>
requires(sizeof(T) <
         sizeof(std::int64_t)) std::optional<Fault> set_from_text(std::string_view text,
                                                                  const NumberRule& rule, T& into) {
  std::int64_t wide = 0;
  std::optional<Fault> fault = set_from_text(text, rule, wide);
  if (!fault && !std::in_range<T>(wide)) {
    fault = check_number(static_cast<double>(wide),
                         {{static_cast<double>(std::numeric_limits<T>::min()),
                           static_cast<double>(std::numeric_limits<T>::max())},
                          rule.unit});
  }
  if (!fault) into = static_cast<T>(wide);
  return fault;
}

template <TabledEnum T>
std::optional<Fault> set_from_text(std::string_view text, const NumberRule&, T& into) {
  const Parsed<std::size_t> choice = choice_from_text(text, choices_of<T>());
  if (const Fault* fault = std::get_if<Fault>(&choice)) return *fault;
  into = static_cast<T>(std::get<std::size_t>(choice));
  return std::nullopt;
}

/// Letters a-z, digits and `_`, beginning with a letter: what names of leagues, policies and the
/// like must be.
bool is_identifier(std::string_view text);

}  // namespace jtsim::configs
