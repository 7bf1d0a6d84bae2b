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
    tr("unit", "persons"),
    tr("events"),
    tr("share"),
    tr("ratio or index"),
    tr("yuan"),
    tr("yuan per person"),
    tr("yuan a month"),
    tr("months"),
    tr("months per person"),
    tr("person-years"),
    tr("yuan per person placed"),
    tr("yuan per person-year"),
    tr("number"),
}};
}  // namespace jtsim
