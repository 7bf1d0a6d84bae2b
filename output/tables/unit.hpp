// In what the figures of tables are counted, and how a spreadsheet shows them.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "base/enum_table.hpp"

namespace jtsim::output {

/// `share` is a part of 1 (shown as per cent); money is in yuan of the scenario's price year.
enum class Unit : std::uint8_t {
  persons,
  events,
  share,
  ratio,
  yuan,
  yuan_per_person,
  yuan_per_month,
  months,
  months_per_person,
  person_years,
  yuan_per_placed,
  yuan_per_person_year,
  number,
};

/// What a spreadsheet program makes of a number in this unit.
inline constexpr std::array<const char*, enum_size<Unit>> number_formats{
    "#,##0.0", "#,##0.0", "0.0%",    "0.000", "#,##0", "#,##0",    "#,##0",
    "0.0",     "0.00",    "#,##0.0", "#,##0", "#,##0", "#,##0.0##"};

}  // namespace jtsim::output

namespace jtsim {
template <>
inline constexpr std::array<Label, 13> labels_of<output::Unit>{{
    {"人", "persons"},
    {"人次", "events"},
    {"比例", "share"},
    {"比值或指数", "ratio or index"},
    {"元", "yuan"},
    {"元/人", "yuan per person"},
    {"元/月", "yuan a month"},
    {"月", "months"},
    {"月/人", "months per person"},
    {"人年", "person-years"},
    {"元/多安置一人", "yuan per person placed"},
    {"元/人年", "yuan per person-year"},
    {"数值", "number"},
}};
}  // namespace jtsim
