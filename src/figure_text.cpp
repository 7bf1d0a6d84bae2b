// Formats figures.
#include "src/figure_text.hpp"

#include <cmath>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace jtsim::app {

std::string short_text(double value) {
  return std::isfinite(value) ? fmt::format("{:.4g}", value) : "-";
}

std::string range_text(double low, double high) {
  return short_text(low) + " .. " + short_text(high);
}

std::string estimate_text(double value, double standard_error) {
  if (!std::isfinite(standard_error)) return short_text(value);
  return fmt::format("{:.4g} ± {:.2g}", value, standard_error);
}

std::string index_text(const SobolIndex& index) {
  if (!std::isfinite(index.value)) return "-";
  return fmt::format("{:.2f} ± {:.2f}", index.value, index.standard_error);
}

std::string percent_text(double share) {
  constexpr double percent = 100;
  return std::isfinite(share) ? fmt::format("{:.0f} %", percent * share) : "-";
}

nlohmann::ordered_json json_number(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

nlohmann::ordered_json sobol_json(const SobolIndices& indices) {
  return {{"first", json_number(indices.first.value)},
          {"first_standard_error", json_number(indices.first.standard_error)},
          {"total", json_number(indices.total.value)},
          {"total_standard_error", json_number(indices.total.standard_error)}};
}

}  // namespace jtsim::app
