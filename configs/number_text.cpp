// Numbers and truth values from text and back.
#include "configs/number_text.hpp"

#include <charconv>
#include <cmath>
#include <system_error>

#include <fmt/format.h>

namespace jtsim::configs {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Removes the digits at the start; false when there is none.
bool take_digits(std::string_view& text) {
  const auto end = text.find_first_not_of("0123456789");
  const std::size_t count = end == std::string_view::npos ? text.size() : end;
  text.remove_prefix(count);
  return count > 0;
}

bool take(std::string_view& text, char c) {
  if (!text.starts_with(c)) return false;
  text.remove_prefix(1);
  return true;
}

/// Removes the whole part "0" or "123"; a further digit after a leading 0 is refused.
bool take_whole_part(std::string_view& text) {
  if (take(text, '0')) return text.empty() || !is_digit(text.front());
  return take_digits(text);
}

bool is_whole(std::string_view text) {
  take(text, '-');
  return take_whole_part(text) && text.empty();
}

bool is_decimal(std::string_view text) {
  take(text, '-');
  if (!take_whole_part(text)) return false;
  if (take(text, '.') && !take_digits(text)) return false;
  if (take(text, 'e') || take(text, 'E')) {
    if (!take(text, '+')) take(text, '-');
    if (!take_digits(text)) return false;
  }
  return text.empty();
}

template <class T>
std::errc convert(std::string_view text, T& value) {
  return std::from_chars(text.data(), text.data() + text.size(), value).ec;
}

template <class T>
Parsed<T> whole_number(std::string_view text) {
  if (!is_whole(text)) {
    return Fault{Sentence(tr("{} is not a whole number"), quoted_for_message(text)),
                 tr("a whole number such as 12")};
  }
  T value = 0;
  if (convert(text, value) != std::errc{}) {
    return Fault{Sentence(tr("{} is out of reach"), quoted_for_message(text)),
                 Sentence(tr("a whole number from {} to {}"), std::numeric_limits<T>::min(),
                          std::numeric_limits<T>::max())};
  }
  return value;
}

}  // namespace

Parsed<double> number_from_text(std::string_view text) {
  if (!is_decimal(text)) {
    return Fault{Sentence(tr("{} is not a number"), quoted_for_message(text)),
                 tr("a decimal number such as 12, 0.5 or 1e6")};
  }
  double value = 0;
  if (convert(text, value) != std::errc{} || !std::isfinite(value)) {
    return Fault{
        Sentence(tr("{} is too large or too close to zero for a number"), quoted_for_message(text)),
        {}};
  }
  return value;
}

Parsed<std::int64_t> whole_from_text(std::string_view text) {
  return whole_number<std::int64_t>(text);
}

Parsed<std::uint64_t> unsigned_from_text(std::string_view text) {
  return whole_number<std::uint64_t>(text);
}

Parsed<bool> truth_from_text(std::string_view text) {
  if (text == "true") return true;
  if (text == "false") return false;
  return Fault{Sentence(tr("{} is neither true nor false"), quoted_for_message(text)),
               tr("true or false")};
}

std::string number_to_text(double value) {
  // -0 and 0 are one number to the model.
  if (value == 0) return "0";
  constexpr double whole_up_to = 1e15;
  if (std::abs(value) < whole_up_to && value == std::floor(value))
    return fmt::format("{}", static_cast<std::int64_t>(value));
  return fmt::format("{}", value);
}

}  // namespace jtsim::configs
