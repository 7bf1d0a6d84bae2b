// What an outcome is called in words, from its dotted name.
#pragma once

#include <string_view>

#include "output/axes.hpp"
#include "output/tables/unit.hpp"

namespace jtsim::output {

/// An outcome with its labels and its unit.
struct OutcomeLabel {
  Name name;
  Unit unit = Unit::number;
};

/// "rate.registered_unemployment.2035" is the registered unemployment rate of 2035: the table that
/// the outcome stands in, then what its keys are called. A name of no known form is its own label.
OutcomeLabel outcome_label(std::string_view name, const Axes& axes);

}  // namespace jtsim::output
