// Calendar months as one 16-bit count, so that ages and durations are subtractions.
#pragma once

#include <compare>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace jtsim {

/// A calendar month, counted from 1900-01 = 0; births, starts and ends of spells are stored as
/// months.
struct Month {
  std::int16_t count = std::numeric_limits<std::int16_t>::min();

  static constexpr int origin_year = 1900;
  static constexpr int per_year = 12;

  static constexpr Month of(int year, int month_of_year) {
    return from_count((year - origin_year) * per_year + month_of_year - 1);
  }
  static constexpr Month from_count(int count) { return {static_cast<std::int16_t>(count)}; }
  /// "No month": earlier than every other.
  static constexpr Month never() { return {}; }

  constexpr bool is_never() const { return *this == never(); }
  constexpr int year() const { return origin_year + (count - month_of_year() + 1) / per_year; }
  constexpr int month_of_year() const { return ((count % per_year) + per_year) % per_year + 1; }
  constexpr bool is_year_end() const { return month_of_year() == per_year; }
  auto operator<=>(const Month&) const = default;
};

constexpr Month operator+(Month m, int months) { return Month::from_count(m.count + months); }
constexpr Month operator-(Month m, int months) { return Month::from_count(m.count - months); }
/// Months from `b` to `a`.
constexpr int operator-(Month a, Month b) { return a.count - b.count; }

/// "2020-12".
std::string to_text(Month month);
/// Reads "YYYY-MM" (years 1900 to 2200); nothing else.
std::optional<Month> month_from_text(std::string_view text);

}  // namespace jtsim
