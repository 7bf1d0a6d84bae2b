// Taking the dotted name of an outcome apart: "loss.{partition}.{group}.{window}.{measure}".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace jtsim::output {

/// A place of a form and what stands there in a name.
using Places = std::vector<std::pair<std::string_view, std::string>>;

/// The places {...} of a form in an outcome's name: both are split at dots; a part of a form is
/// literal, or holds one place, which may have literal text before and after it. Nothing if the
/// name has another form.
std::optional<Places> places_in(std::string_view name, std::string_view form);

/// The names of the places of a form, in their order.
std::vector<std::string_view> places_of(std::string_view form);

}  // namespace jtsim::output
