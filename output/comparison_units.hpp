// What the tables of a comparison's outcomes share: units, and sums of one population per person.
#pragma once

#include <string_view>

#include "output/comparison_outcomes.hpp"
#include "output/no_value.hpp"

namespace jtsim::output {

inline constexpr std::string_view persons = "persons";
inline constexpr std::string_view person_years = "person-years";
inline constexpr std::string_view months_each = "months per person";
inline constexpr std::string_view yuan = "yuan";
inline constexpr std::string_view yuan_each = "yuan per person";
inline constexpr std::string_view share = "1";
inline constexpr std::string_view yuan_per_placed = "yuan per person placed";
inline constexpr std::string_view yuan_per_year = "yuan per person-year";

inline double to_double(std::int64_t number) { return static_cast<double>(number); }

/// One population's sum over everyone.
template <agents::PairedPopulation population>
const agents::PairedSum& sum_of(const PairedView& view, agents::PairedMeasure measure) {
  return view.side.sums(population, 0, measure);
}

/// Its persons whose month of measuring is reached.
template <agents::PairedPopulation population, agents::PairedMeasure measure>
double observed(const PairedView& view) {
  return to_double(sum_of<population>(view, measure).persons);
}

/// Its mean per person.
template <agents::PairedPopulation population, agents::PairedMeasure measure>
PairedValue each(const PairedView& view) {
  return per_person(sum_of<population>(view, measure), measure);
}

}  // namespace jtsim::output
