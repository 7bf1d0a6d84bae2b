// Declared fields: name, member, unit, range, meaning and source of a parameter, stated once.
#pragma once

#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

#include "base/label.hpp"

namespace jtsim {

/// A closed interval in the unit of the field.
struct Interval {
  double low;
  double high;

  /// False for NaN.
  constexpr bool contains(double x) const { return x >= low && x <= high; }
};

inline constexpr Interval share_interval{0.0, 1.0};

/// Where a number of a field comes from, and how far it may be trusted. `source` follows the
/// grammar of `configs/sources/README.md`: `seed:<id>`, `ref:<key>`, `law:<key>`, `computed ...`,
/// `assumption LOW-HIGH`.
struct FieldText {
  std::string_view name;
  std::string_view unit;
  Label meaning;
  std::string_view source;
};

/// One parameter of `Struct`. The default is the member initialiser; the reader, the range check,
/// the echo, `describe`, the JSON Schema and the documentation walk `Struct::fields()`. `valid`:
/// input outside is refused. `range`: plausible values, for sweeps (low == high: fixed). Both are
/// meaningless for fields that hold no number.
template <class Struct, class Member>
struct Field {
  using struct_type = Struct;
  using member_type = Member;
  FieldText text;
  Member Struct::*member;
  Interval valid;
  Interval range;
};

/// A number (double or int), or a list of numbers.
template <class Struct, class Member>
constexpr auto number(FieldText text, Member Struct::*member, Interval valid, Interval range) {
  return Field<Struct, Member>{text, member, valid, range};
}

/// Anything that is not a number: bool, enum, text, Month, list of these, a file name, or a nested
/// declared struct (then `unit` and `source` are empty).
template <class Struct, class Member>
constexpr auto option(FieldText text, Member Struct::*member) {
  return Field<Struct, Member>{text, member, Interval{0, 0}, Interval{0, 0}};
}

template <class T>
concept Declared = requires {
  T::fields();
};

/// Calls `visit(field)` for every declared field of `Struct`, in their order.
template <Declared Struct, class Visit>
constexpr void for_each_field(Visit&& visit) {
  std::apply([&](const auto&... field) { (visit(field), ...); }, Struct::fields());
}

/// The fields of a base struct followed by own ones; for structs that share a common part.
template <class... Own, class... Base>
constexpr auto join_fields(const std::tuple<Base...>& base, const std::tuple<Own...>& own) {
  return std::tuple_cat(base, own);
}

}  // namespace jtsim
