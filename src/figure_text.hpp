// Short figures for tables of a terminal, and figures as JSON.
#pragma once

#include <string>

#include <nlohmann/json_fwd.hpp>

#include "base/sensitivity.hpp"

namespace jtsim::app {

/// Four significant digits; "-" where there is no figure.
std::string short_text(double value);
/// "low .. high".
std::string range_text(double low, double high);
/// "value ± standard error", as far as they are known.
std::string estimate_text(double value, double standard_error);
/// The same with two decimals.
std::string index_text(const SobolIndex& index);
/// "63 %".
std::string percent_text(double share);

/// null where there is no figure.
nlohmann::ordered_json json_number(double value);
/// {first, first_standard_error, total, total_standard_error}.
nlohmann::ordered_json sobol_json(const SobolIndices& indices);

}  // namespace jtsim::app
