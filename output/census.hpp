// The yearly head count: one pass over the workers of a December, from which all breakdowns are
// summed.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "agents/world.hpp"
#include "base/money.hpp"
#include "output/axis.hpp"

namespace jtsim::output {

/// Axes of the joint counts, in their order in memory.
inline constexpr std::array<Axis, 6> census_axes{Axis::sex,       Axis::ethnicity, Axis::age_band,
                                                 Axis::education, Axis::region,    Axis::state};

/// All workers there ever were, by everything at once.
struct Census {
  using Income = EnumArray<IncomeQuantity, Fen>;

  explicit Census(const agents::World& world);

  /// Length of each of `census_axes`.
  std::array<std::size_t, census_axes.size()> shape;
  /// Persons by `census_axes`.
  std::vector<std::int32_t> persons;
  /// By `census_axes` without the last: who lives in the region and is below the month of the
  /// ordinary pension.
  std::vector<Income> incomes;
  /// The unemployed and those in training.
  EnumArray<SpellBand, std::int32_t> spells{};
  /// [region], the employed by form.
  std::vector<EnumArray<agents::Form, std::int32_t>> forms;

 private:
  // Of the rows from `first` on, whose groups are given.
  void count_persons(const agents::World& world, std::size_t first,
                     std::span<const std::uint32_t> groups);
  void add_incomes(const agents::World& world, std::size_t first,
                   std::span<const std::uint32_t> groups);
  /// From the persons employed and the other forms.
  void count_regular();
};

/// The persons of a census by the axes `kept` (in this order), summed over the others.
void sum_persons(const Census& census, std::span<const Axis> kept, std::span<std::int32_t> out);

/// The income sums of a census by one axis other than `state`.
void sum_incomes(const Census& census, Axis kept, std::span<std::int64_t> out);

}  // namespace jtsim::output
