// What stands where there is no figure.
#pragma once

#include <limits>

namespace jtsim::output {

/// A figure that is not defined, such as a mean of nobody.
inline constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

/// Marks in an array what was not or could not be observed (the attribute `_FillValue`).
template <class T>
inline constexpr T fill_value = std::numeric_limits<T>::min();
template <>
inline constexpr double fill_value<double> = no_value;

}  // namespace jtsim::output
