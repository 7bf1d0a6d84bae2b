// What the register shows where something was not or could not be observed.
#include "output/register_columns.hpp"

#include <algorithm>
#include <cstring>

#include <doctest/doctest.h>

using namespace jtsim;
using namespace jtsim::output;

namespace {

constexpr Month displaced = Month::of(2030, 6);

/// Displaced in June 2030 with the pension far away; every year of loss has pay 7 and income 3.
agents::Displacement event() {
  agents::Displacement event;
  event.month = displaced;
  event.legal_retirement = displaced + 400;
  event.months_without_work = 9;
  event.income.fill(3);
  event.shadow.fill(7);
  return event;
}

template <class T>
T value_of(std::string_view name, const agents::Displacement& event, Month end) {
  const auto column = std::ranges::find(register_columns(), name, &RegisterColumn::name);
  REQUIRE(column != register_columns().end());
  const std::vector<std::byte> bytes = column_bytes(*column, {&event, 1}, 0, end);
  REQUIRE(bytes.size() == sizeof(T));
  T value{};
  std::memcpy(&value, bytes.data(), sizeof(T));
  return value;
}

constexpr std::int64_t missing = fill_value<std::int64_t>;

}  // namespace

TEST_CASE("a year of loss is missing unless it is over when the run ends") {
  CHECK(value_of<std::int64_t>("displaced_income_5y", event(), displaced + 60) == 3);
  CHECK(value_of<std::int64_t>("displaced_loss_5y", event(), displaced + 60) == 4);
  CHECK(value_of<std::int64_t>("displaced_income_5y", event(), displaced + 59) == missing);
  CHECK(value_of<std::int64_t>("displaced_loss_15y", event(), displaced + 60) == missing);
}

TEST_CASE("a year of loss is missing unless it is over before the ordinary pension begins") {
  agents::Displacement before = event();
  before.legal_retirement = displaced + 61;
  CHECK(value_of<std::int64_t>("displaced_loss_5y", before, displaced + 300) == 4);
  CHECK(value_of<std::int64_t>("displaced_loss_15y", before, displaced + 300) == missing);
  before.legal_retirement = displaced + 60;
  CHECK(value_of<std::int64_t>("displaced_loss_5y", before, displaced + 300) == missing);
  CHECK(value_of<std::int64_t>("displaced_income_1y", before, displaced + 300) == 3);
}

TEST_CASE("months without work are missing until sixty of them are over") {
  // The month of displacement is the first of them.
  CHECK(value_of<std::int16_t>("displaced_months_without_work", event(), displaced + 59) == 9);
  CHECK(value_of<std::int16_t>("displaced_months_without_work", event(), displaced + 58) ==
        fill_value<std::int16_t>);
}

TEST_CASE("months to work are missing for those who found none") {
  agents::Displacement found = event();
  CHECK(value_of<std::int16_t>("displaced_months_to_work", found, displaced + 100) ==
        fill_value<std::int16_t>);
  found.first_work = displaced + 4;
  CHECK(value_of<std::int16_t>("displaced_months_to_work", found, displaced + 100) == 4);
}
