// One value from one text.
#include "configs/value_text.hpp"

#include <fmt/format.h>

#include "configs/utf8.hpp"

namespace jtsim::configs {

namespace {

template <class T>
std::optional<Fault> set_number(const Parsed<T>& parsed, const NumberRule& rule, T& into) {
  if (const Fault* fault = std::get_if<Fault>(&parsed)) return *fault;
  const T value = std::get<T>(parsed);
  if (auto fault = check_number(static_cast<double>(value), rule)) return fault;
  into = value;
  return std::nullopt;
}

}  // namespace

Sentence allowed_text(const NumberRule& rule) {
  const std::string low = number_to_text(rule.valid.low);
  const std::string high = number_to_text(rule.valid.high);
  if (rule.unit.empty()) return {tr("allowed: {} to {}"), low, high};
  return {tr("allowed: {} to {} {}"), low, high, rule.unit};
}

std::optional<Fault> check_number(double value, const NumberRule& rule) {
  if (rule.valid.contains(value)) return std::nullopt;
  return Fault{Sentence(tr("{} is out of range"), number_to_text(value)), allowed_text(rule)};
}

Parsed<std::size_t> choice_from_text(std::string_view text,
                                     const std::vector<std::string>& choices) {
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (choices[i] == text) return i;
  }
  return Fault{Sentence(tr("{} is not one of the choices"), quoted_for_message(text)),
               Sentence(fmt::format("{}", fmt::join(choices, " | ")))};
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule, double& into) {
  return set_number(number_from_text(text), rule, into);
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule,
                                   std::int64_t& into) {
  return set_number(whole_from_text(text), rule, into);
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule& rule,
                                   std::uint64_t& into) {
  return set_number(unsigned_from_text(text), rule, into);
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule&, bool& into) {
  const Parsed<bool> parsed = truth_from_text(text);
  if (const Fault* fault = std::get_if<Fault>(&parsed)) return *fault;
  into = std::get<bool>(parsed);
  return std::nullopt;
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule&, std::string& into) {
  if (!is_one_line(text))
    return Fault{tr("a line end, or a mark that turns the direction of writing, in the text"),
                 tr("one line of text")};
  into = text;
  return std::nullopt;
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule&, FilePath& into) {
  if (text.empty()) return Fault{tr("the file name is empty"), {}};
  into.text = text == no_value ? "" : text;
  return std::nullopt;
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule&, NetworkPath& into) {
  if (text.empty()) return Fault{tr("the file name is empty"), tr("complete, or a CSV file")};
  into.text = text == complete_network ? "" : text;
  return std::nullopt;
}

std::optional<Fault> set_from_text(std::string_view text, const NumberRule&, Month& into) {
  const std::optional<Month> month = month_from_text(text);
  if (!month) {
    return Fault{Sentence(tr("{} is not a month"), quoted_for_message(text)),
                 tr("year and month from 1900-01 to 2200-12, such as 2020-12")};
  }
  into = *month;
  return std::nullopt;
}

bool is_identifier(std::string_view text) {
  const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
  if (text.empty() || !is_letter(text.front())) return false;
  for (const char c : text) {
    if (!is_letter(c) && c != '_' && !(c >= '0' && c <= '9')) return false;
  }
  return true;
}

}  // namespace jtsim::configs
