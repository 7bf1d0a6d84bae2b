// Declared structs as rows of parameters: the one walk over the fields from which the echo, the
// description and the schema are written.
#pragma once

#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "base/field.hpp"
#include "base/language.hpp"
#include "configs/kinds.hpp"
#include "configs/named_map.hpp"
#include "configs/parameter.hpp"
#include "configs/value_text.hpp"

namespace jtsim::configs {

/// Text as a YAML scalar, in quotes wherever it could be taken for something else.
std::string yaml_text(const std::string& text);

namespace detail {

std::string value_text(double value);
std::string value_text(std::int64_t value);
std::string value_text(std::uint64_t value);
std::string value_text(bool value);
std::string value_text(const std::string& value);
std::string value_text(const FilePath& value);
std::string value_text(const NetworkPath& value);
std::string value_text(Month value);
template <std::signed_integral T>
requires(sizeof(T) < sizeof(std::int64_t)) std::string value_text(T value) {
  return value_text(std::int64_t{value});
}
template <TabledEnum T>
std::string value_text(T value) {
  return choices_of<T>()[index_of(value)];
}
template <class T>
std::string value_text(const std::optional<T>& value) {
  return value ? value_text(*value) : std::string(no_value);
}
template <class T>
std::string value_text(const std::vector<T>& values) {
  std::string text = "[";
  for (const T& value : values) {
    if (text.size() > 1) text += ", ";
    text += value_text(value);
  }
  return text + "]";
}

template <class T>
constexpr ValueType type_of() {
  if constexpr (std::same_as<T, bool>) {
    return ValueType::truth;
  } else if constexpr (std::same_as<T, double>) {
    return ValueType::number;
  } else if constexpr (Number<T>) {
    return ValueType::whole;
  } else if constexpr (std::is_enum_v<T>) {
    return ValueType::choice;
  } else if constexpr (std::same_as<T, Month>) {
    return ValueType::month;
  } else if constexpr (std::derived_from<T, FilePath>) {
    return ValueType::file;
  } else {
    static_assert(std::same_as<T, std::string>, "no field can have this type");
    return ValueType::text;
  }
}

/// Type and choices of a value without parts.
template <class T>
void describe_type(Parameter& row) {
  if constexpr (is_list<T>::value) {
    describe_type<typename T::value_type>(row);
    row.is_list = true;
  } else if constexpr (is_optional<T>::value) {
    describe_type<typename T::value_type>(row);
    row.may_be_none = true;
  } else {
    row.type = type_of<T>();
    if constexpr (TabledEnum<T>) {
      const std::vector<std::string> texts = choices_of<T>();
      for (const T value : all_of_enum<T>()) {
        row.choices.push_back({texts[index_of(value)], std::string(in(Language::zh, label(value))),
                               std::string(in(Language::en, label(value)))});
      }
    }
  }
}

}  // namespace detail

template <Declared S>
std::vector<Parameter> parameters_of(const S& values);

/// What `value` is, into a row whose name and texts stand already.
template <class T>
void describe_value(const T& value, Parameter& row);

/// The alternatives of a section with a `kind`, each with its defaults, named by its kind.
template <class... Kinds>
std::vector<Parameter> alternatives(std::type_identity<std::variant<Kinds...>>) {
  std::vector<Parameter> rows;
  const auto add = [&rows](std::string name, auto kind) {
    Parameter row;
    row.name = std::move(name);
    row.meaning = kind_meaning<decltype(kind)>();
    row.children = parameters_of(kind);
    rows.push_back(std::move(row));
  };
  (add(kind_name<Kinds>(), Kinds{}), ...);
  return rows;
}

/// A section of a type that users name, with its defaults.
template <class T>
Parameter prototype_of() {
  Parameter row;
  describe_value(T{}, row);
  if constexpr (is_kinds<T>::value) row.prototype = alternatives(std::type_identity<T>{});
  return row;
}

template <class T>
void describe_value(const T& value, Parameter& row) {
  if constexpr (Declared<T>) {
    row.children = parameters_of(value);
  } else if constexpr (is_kinds<T>::value) {
    row.type = ValueType::kinds;
    Parameter kind;
    kind.name = kind_key;
    kind.type = ValueType::text;
    std::visit([&kind](const auto& v) { kind.value = kind_name<std::decay_t<decltype(v)>>(); },
               value);
    row.children = std::visit([](const auto& v) { return parameters_of(v); }, value);
    row.children.insert(row.children.begin(), std::move(kind));
  } else if constexpr (is_named_map<T>::value) {
    row.type = ValueType::named_sections;
    row.prototype.push_back(prototype_of<decltype(value.front().value)>());
    for (const auto& named : value) {
      Parameter& child = row.children.emplace_back();
      child.name = named.name;
      describe_value(named.value, child);
    }
  } else {
    detail::describe_type<T>(row);
    row.value = detail::value_text(value);
    if constexpr (std::derived_from<T, FilePath>) row.file = value.text;
    if constexpr (std::same_as<T, NetworkPath>) row.word = complete_network;
  }
}

/// One row per declared field, nested like the sections; `values` gives the defaults or the values
/// in force.
template <Declared S>
std::vector<Parameter> parameters_of(const S& values) {
  std::vector<Parameter> rows;
  for_each_field<S>([&](const auto& field) {
    Parameter row;
    row.name = field.text.name;
    row.unit = field.text.unit;
    row.meaning = field.text.meaning;
    row.source = field.text.source;
    row.valid = field.valid;
    row.range = field.range;
    using Member = std::remove_cvref_t<decltype(values.*(field.member))>;
    if constexpr (is_kinds<Member>::value)
      row.prototype = alternatives(std::type_identity<Member>{});
    describe_value(values.*(field.member), row);
    rows.push_back(std::move(row));
  });
  return rows;
}

}  // namespace jtsim::configs
