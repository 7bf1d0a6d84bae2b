// Turns what files say about themselves into lines of a cover.
#include "output/tables/book_facts.hpp"

#include <charconv>
#include <chrono>
#include <string_view>

#include "output/report/run_content.hpp"

namespace jtsim::output {

namespace {

/// 1980-01-01.
constexpr std::int64_t first_day_of_archives = 315'532'800;

int digits(std::string_view text, std::size_t at, std::size_t count) {
  int value = -1;
  const std::string_view part = text.substr(at, count);
  const auto [end, error] = std::from_chars(part.data(), part.data() + part.size(), value);
  return error == std::errc() && end == part.data() + part.size() ? value : -1;
}

std::string text_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (!value.is_array()) return value.dump();
  std::string text;
  for (const Json& part : value) text += (text.empty() ? "" : " ") + text_of(part);
  return text;
}

}  // namespace

void add_fact(TableBook& book, const std::string& id, const Label& what, const Json& value) {
  if (value.is_null()) return;
  if (value.is_number_integer()) {
    book.facts.push_back({id, what, value.get<std::int64_t>()});
    return;
  }
  std::string text = text_of(value);
  if (!text.empty()) book.facts.push_back({id, what, std::move(text)});
}

void add_label(TableBook& book, const std::string& id, const Label& what, const Json& pair) {
  const Name name{"", pair.at(0).get<std::string>(), pair.at(1).get<std::string>()};
  if (!name.label_zh.empty() || !name.label_en.empty()) book.facts.push_back({id, what, name});
}

std::int64_t seconds_of(const Json& time) {
  constexpr std::size_t length = std::string_view("2026-11-20T18:46:03Z").size();
  if (!time.is_string() || time.get_ref<const std::string&>().size() != length)
    return first_day_of_archives;
  const std::string_view text = time.get_ref<const std::string&>();
  using namespace std::chrono;
  const year_month_day date{year{digits(text, 0, 4)},
                            month{static_cast<unsigned>(digits(text, 5, 2))},
                            day{static_cast<unsigned>(digits(text, 8, 2))}};
  const int clock[]{digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2)};
  if (!date.ok() || clock[0] < 0 || clock[1] < 0 || clock[2] < 0) return first_day_of_archives;
  const auto moment = sys_days{date} + hours{clock[0]} + minutes{clock[1]} + seconds{clock[2]};
  const std::int64_t since = duration_cast<seconds>(moment.time_since_epoch()).count();
  return since < first_day_of_archives ? first_day_of_archives : since;
}

std::int64_t run_started(const std::filesystem::path& directory) {
  const Json record = run_record(directory);
  return seconds_of(record.is_object() ? record.value("started", Json()) : Json());
}

}  // namespace jtsim::output
