// Rows of parameters searched by key path.
#include "configs/parameter_value.hpp"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "configs/value_text.hpp"

namespace jtsim::configs {

namespace {

bool is_section(const Parameter& row) {
  return row.type == ValueType::section || row.type == ValueType::named_sections ||
         row.type == ValueType::kinds;
}

std::vector<std::string> names_of(const std::vector<Parameter>& rows) {
  std::vector<std::string> names;
  for (const Parameter& row : rows) names.push_back(row.name);
  return names;
}

template <class T>
std::optional<Fault> fault_as(std::string_view text, const NumberRule& rule) {
  T value{};
  return set_from_text(text, rule, value);
}

std::optional<Fault> choice_fault(const Parameter& parameter, std::string_view text) {
  std::vector<std::string> choices;
  for (const Choice& choice : parameter.choices) choices.push_back(choice.text);
  const Parsed<std::size_t> position = choice_from_text(text, choices);
  if (const Fault* fault = std::get_if<Fault>(&position)) return *fault;
  return std::nullopt;
}

}  // namespace

std::variant<const Parameter*, Fault> find_parameter(const std::vector<Parameter>& all,
                                                     std::string_view key_path) {
  const std::vector<Parameter>* rows = &all;
  for (std::string_view rest = key_path;;) {
    const auto dot = rest.find('.');
    const std::string_view name = rest.substr(0, dot);
    const auto row = std::ranges::find(*rows, name, &Parameter::name);
    if (row == rows->end()) {
      return Fault{Sentence(tr("the scenario has no parameter {}"), quoted_for_message(key_path)),
                   name_hint(name, names_of(*rows))};
    }
    if (dot != std::string_view::npos) {
      rows = &row->children;
      rest.remove_prefix(dot + 1);
      continue;
    }
    if (!is_section(*row)) return &*row;
    return Fault{Sentence(tr("{} is a section, not a value"), quoted_for_message(key_path)),
                 name_hint("", names_of(row->children))};
  }
}

std::optional<Fault> value_fault(const Parameter& parameter, std::string_view text) {
  if (parameter.may_be_none && text == no_value) return std::nullopt;
  const NumberRule rule{parameter.valid, parameter.unit};
  switch (parameter.type) {
    case ValueType::number:
      return fault_as<double>(text, rule);
    case ValueType::whole:
      return fault_as<std::int64_t>(text, rule);
    case ValueType::truth:
      return fault_as<bool>(text, rule);
    case ValueType::month:
      return fault_as<Month>(text, rule);
    case ValueType::choice:
      return choice_fault(parameter, text);
    case ValueType::text:
    case ValueType::file:
    case ValueType::section:
    case ValueType::named_sections:
    case ValueType::kinds:
      break;
  }
  return std::nullopt;
}

}  // namespace jtsim::configs
