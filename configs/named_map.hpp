// Sections that users name themselves, such as policies and budgets, in the order of the file.
#pragma once

#include <optional>
#include <string>
#include <type_traits>
#include <vector>

namespace jtsim::configs {

template <class T>
struct Named {
  std::string name;
  T value;
};

template <class T>
using NamedMap = std::vector<Named<T>>;

template <class T>
struct is_named_map : std::false_type {};
template <class T>
struct is_named_map<NamedMap<T>> : std::true_type {};

template <class T>
struct is_list : std::false_type {};
template <class T>
struct is_list<std::vector<T>> : std::bool_constant<!is_named_map<std::vector<T>>::value> {};

template <class T>
struct is_optional : std::false_type {};
template <class T>
struct is_optional<std::optional<T>> : std::true_type {};

}  // namespace jtsim::configs
