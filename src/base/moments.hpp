// Mean, variance and covariance of lists of numbers.
#pragma once

#include <span>

namespace jtsim {

/// Of at least one value.
double mean_of(std::span<const double> values);

/// Sample covariance of two equally long lists of at least two values.
double covariance_of(std::span<const double> x, std::span<const double> y);

/// Sample variance of at least two values.
double variance_of(std::span<const double> values);

}  // namespace jtsim
