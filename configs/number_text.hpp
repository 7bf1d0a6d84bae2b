// Numbers and truth values from text, the whole text and nothing else; and back, losing nothing.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

#include "configs/problems.hpp"

namespace jtsim::configs {

/// The value, or what is wrong with the text.
template <class T>
using Parsed = std::variant<T, Fault>;

/// A decimal number as JSON writes it: no hexadecimal, no leading zeros, no sign `+`, no `nan` or
/// `inf`, and nothing that a double cannot hold (1e400) or loses to zero (1e-400).
Parsed<double> number_from_text(std::string_view text);

/// A whole number in digits: no decimal point, no exponent.
Parsed<std::int64_t> whole_from_text(std::string_view text);
Parsed<std::uint64_t> unsigned_from_text(std::string_view text);

/// `true` or `false`, never yes, no, on, off.
Parsed<bool> truth_from_text(std::string_view text);

/// The shortest text that reads back as the same number.
std::string number_to_text(double value);

}  // namespace jtsim::configs
