// The parts of the table of series, one per subject.
#pragma once

#include <span>

#include "output/series.hpp"

namespace jtsim::output {

std::span<const Series> series_of_stocks();
std::span<const Series> series_of_incomes();
std::span<const Series> series_of_policies();
std::span<const Series> series_of_destinations();
std::span<const Series> series_of_losses();
std::span<const Series> series_of_urn();

}  // namespace jtsim::output
