// Text form of calendar months.
#include "base/month.hpp"

#include <charconv>

#include <fmt/format.h>

namespace jtsim {

namespace {

constexpr int last_year = 2200;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (problem != std::errc{} || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

}  // namespace

std::string to_text(Month month) {
  if (month.is_never()) return "never";
  return fmt::format("{:04}-{:02}", month.year(), month.month_of_year());
}

std::optional<Month> month_from_text(std::string_view text) {
  if (text.size() != 7 || text[4] != '-') return std::nullopt;
  const auto year = digits(text.substr(0, 4));
  const auto month = digits(text.substr(5, 2));
  if (!year || !month || *year < Month::origin_year || *year > last_year) return std::nullopt;
  if (*month < 1 || *month > Month::per_year) return std::nullopt;
  return Month::of(*year, *month);
}

}  // namespace jtsim
