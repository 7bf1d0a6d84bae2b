// The tables of outcomes: which names belong to which, and what they are called.
#pragma once

#include <array>
#include <span>
#include <string_view>

#include "output/tables/key_names.hpp"

namespace jtsim::output {

/// One table of outcomes of summary.json.
struct OutcomePlan {
  std::string_view id;
  Label name;
  Label meaning;
  /// Forms of the names, see `places_in`; empty ones at the end. The places of the last one are
  /// the table's keys.
  std::array<std::string_view, 3> forms;
  /// Of figures without a measure.
  Unit unit = Unit::number;
  /// What may stand at the place `measure` besides counters.
  std::span<const MeasureName> measures = {};
  /// Keys in the order by which rows are sorted; empty: as they stand.
  std::string_view order = {};
};

/// The last form that is not empty.
std::string_view last_form(const OutcomePlan& plan);

/// All of them, in the order of the sheets.
std::span<const OutcomePlan> outcome_plans();

}  // namespace jtsim::output
