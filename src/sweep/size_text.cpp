// Sizes by powers of 1024.
#include "src/sweep/size_text.hpp"

#include <array>
#include <string_view>

#include <fmt/format.h>

#include "base/error.hpp"
#include "configs/number_text.hpp"
#include "configs/problems.hpp"

namespace jtsim::app {

namespace {

constexpr double step = 1024;
constexpr std::array<std::string_view, 5> units{"bytes", "KiB", "MiB", "GiB", "TiB"};

}  // namespace

std::optional<double> bytes_from(const std::string& text, const char* option) {
  if (text.empty()) return std::nullopt;
  constexpr std::string_view letters = "KMGT";
  std::string_view digits = text;
  double factor = 1;
  const std::size_t unit = letters.find(text.back());
  if (unit != std::string_view::npos) {
    digits.remove_suffix(1);
    for (std::size_t i = 0; i <= unit; ++i) factor *= step;
  }
  const configs::Parsed<double> number = configs::number_from_text(digits);
  const double* value = std::get_if<double>(&number);
  if (value != nullptr && *value >= 0) return *value * factor;
  throw InputError(Problem{{.file = std::string(command_line)},
                           option,
                           {tr("{} is no size"), configs::quoted_for_message(text)},
                           tr("a number with K, M, G or T, such as 20G")});
}

std::string size_text(double bytes) {
  std::size_t unit = 0;
  while (bytes >= step && unit + 1 < units.size()) {
    bytes /= step;
    ++unit;
  }
  return unit == 0 ? fmt::format("{:.0f} {}", bytes, units[unit])
                   : fmt::format("{:.1f} {}", bytes, units[unit]);
}

}  // namespace jtsim::app
