// A section whose key `kind` decides which declared struct it holds: a variant of them.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>
#include <variant>

namespace jtsim::configs {

/// The key that names the alternative.
inline constexpr std::string_view kind_key = "kind";

template <class T>
struct is_kinds : std::false_type {};
template <class... Kinds>
struct is_kinds<std::variant<Kinds...>> : std::true_type {};

/// The text under `kind` that stands for `Kind`.
template <class Kind>
std::string kind_name() {
  return std::string(Kind::kind);
}

/// What `Kind` is called.
template <class Kind>
Label kind_meaning() {
  return Kind::label;
}

}  // namespace jtsim::configs
