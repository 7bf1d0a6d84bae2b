// One table per enum: identifier and label; a missing row does not compile.
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "base/label.hpp"

namespace jtsim {

/// To be specialised for every enum that users see: one `Label` per enumerator, in their order.
template <class Enum>
inline constexpr std::array<Label, 0> labels_of{};

namespace detail {

inline constexpr std::size_t enumerators_searched = 64;

template <auto Value>
constexpr std::string_view enumerator_text() {
  // "... [with auto Value = jtsim::agents::State::retired; ...]"; a value without a name prints as
  // a cast "(...)12".
  std::string_view text = __PRETTY_FUNCTION__;
  text = text.substr(text.find("Value = ") + 8);
  text = text.substr(0, text.find_first_of(";]"));
  if (text.find('(') != std::string_view::npos) return {};
  const auto colon = text.rfind(':');
  if (colon != std::string_view::npos) text.remove_prefix(colon + 1);
  // `private_` and the like dodge a keyword of C++; users write and read `private`.
  if (text.ends_with('_')) text.remove_suffix(1);
  return text;
}

template <class Enum, std::size_t... I>
constexpr auto texts(std::index_sequence<I...>) {
  return std::array<std::string_view, sizeof...(I)>{enumerator_text<static_cast<Enum>(I)>()...};
}

template <class Enum>
constexpr std::size_t count_enumerators() {
  constexpr auto found = texts<Enum>(std::make_index_sequence<enumerators_searched>{});
  std::size_t count = 0;
  while (count < found.size() && !found[count].empty()) ++count;
  return count;
}

}  // namespace detail

/// Number of enumerators of an enum that counts 0, 1, 2, ...
template <class Enum>
inline constexpr std::size_t enum_size = detail::count_enumerators<Enum>();

/// The identifiers of an enum in order; they equal the enumerators' names and the YAML text.
template <class Enum>
inline constexpr auto identifiers_of =
    detail::texts<Enum>(std::make_index_sequence<enum_size<Enum>>{});

template <class Enum>
concept TabledEnum = std::is_enum_v<Enum> &&(labels_of<Enum>.size() == enum_size<Enum>);

template <class Enum>
requires std::is_enum_v<Enum>
constexpr std::size_t index_of(Enum value) { return static_cast<std::size_t>(value); }

template <TabledEnum Enum>
constexpr std::string_view identifier(Enum value) {
  return identifiers_of<Enum>[index_of(value)];
}

template <TabledEnum Enum>
constexpr Label label(Enum value) {
  return labels_of<Enum>[index_of(value)];
}

template <TabledEnum Enum>
constexpr std::optional<Enum> enum_from_text(std::string_view text) {
  for (std::size_t i = 0; i < enum_size<Enum>; ++i) {
    if (identifiers_of<Enum>[i] == text) return static_cast<Enum>(i);
  }
  return std::nullopt;
}

/// All values of an enum, for range-for.
template <class Enum>
constexpr auto all_of_enum() {
  std::array<Enum, enum_size<Enum>> values{};
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<Enum>(i);
  return values;
}

/// One value per enumerator, indexed by the enum itself.
template <class Enum, class T>
struct EnumArray {
  std::array<T, enum_size<Enum>> values{};

  constexpr T& operator[](Enum e) { return values[index_of(e)]; }
  constexpr const T& operator[](Enum e) const { return values[index_of(e)]; }
  constexpr auto begin() const { return values.begin(); }
  constexpr auto end() const { return values.end(); }
  bool operator==(const EnumArray&) const = default;
};

}  // namespace jtsim
