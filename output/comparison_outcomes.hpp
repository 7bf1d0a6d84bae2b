// The outcomes of a comparison: one table each for effects, measures and costs.
#pragma once

#include <span>
#include <string_view>

#include "output/paired_replicate.hpp"
#include "output/paired_statistics.hpp"

namespace jtsim::output {

/// One replicate of one policy run beside the base run.
struct PairedView {
  const agents::RegionTotals& base;
  const PairedSide& side;
};

/// Persons of one replicate that an outcome rests on; null for outcomes of the whole region.
using Observed = double (*)(const PairedView&);

/// An outcome that both runs have; the effect is policy less base.
struct Effect {
  std::string_view name;
  std::string_view unit;
  Label label;
  PairedValue (*of)(const PairedView&);
  Observed observed = nullptr;
};

/// An outcome that exists only for the pair.
struct Measure {
  std::string_view name;
  std::string_view unit;
  Label label;
  double (*of)(const PairedView&);
  Observed observed = nullptr;
};

/// Extra spending over an extra result: the ratio of two effects.
struct Cost {
  std::string_view name;
  std::string_view unit;
  Label label;
  std::string_view spending;
  std::string_view result;
};

/// What is shown of each group of the displaced, per person.
struct GroupOutcome {
  std::string_view name;
  std::string_view unit;
  Label label;
  agents::PairedMeasure measure;
};

std::span<const Effect> all_effects();
std::span<const Measure> all_measures();
std::span<const Cost> all_costs();
std::span<const GroupOutcome> all_group_outcomes();

/// Position of the effect called so.
std::size_t effect_index(std::string_view name);
std::size_t measure_index(std::string_view name);
std::size_t cost_index(std::string_view name);

/// Mean per person of a sum, in yuan where it is income; NaN for nobody.
PairedValue per_person(const agents::PairedSum& sum, agents::PairedMeasure measure);

}  // namespace jtsim::output
