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
#include "output/income_distribution.hpp"

namespace jtsim::output {

/// Axes of the joint counts, in their order in memory.
inline constexpr std::array<Axis, 6> census_axes{Axis::sex,       Axis::ethnicity, Axis::age_band,
                                                 Axis::education, Axis::region,    Axis::state};

/// All workers there ever were, by everything at once.
struct Census {
  using Income = EnumArray<IncomeQuantity, Fen>;
  using Spells = EnumArray<SpellBand, std::int32_t>;
  /// Those whose income is counted and who were never displaced.
  struct Undisplaced {
    std::int32_t persons = 0;
    Fen income = 0;
    /// Sum of the experience factors of their ages.
    double experience = 0;
  };

  explicit Census(const agents::World& world);

  /// Length of each of `census_axes`.
  std::array<std::size_t, census_axes.size()> shape;
  /// Persons by `census_axes`.
  std::vector<std::int32_t> persons;
  /// By `census_axes` without the last: who lives in the region and is below the month of the
  /// ordinary pension.
  std::vector<Income> incomes;
  std::vector<Undisplaced> undisplaced;
  /// Likewise: the unemployed and those in training.
  std::vector<Spells> spells;
  /// Likewise: which groups a joint cell is of.
  std::vector<CellGroups> groups;
  /// Does `distribution` have those within groups, and are `pensions` taken?
  bool is_broken_down;
  /// Of the same persons as `incomes`.
  IncomeDistribution distribution;
  Pensions pensions;
  /// [region], the employed by form.
  std::vector<EnumArray<agents::Form, std::int32_t>> forms;

 private:
  void set_groups();
  void count_spells(const agents::World& world);
  void distribute(std::vector<Keyed>&& earners);
  // Of the rows from `first` on, whose joint cells are given.
  void count_persons(const agents::World& world, std::size_t first,
                     std::span<const std::uint32_t> cells);
  void add_incomes(const agents::World& world, std::size_t first,
                   std::span<const std::uint32_t> cells, std::vector<Keyed>& earners);
  /// From the persons employed and the other forms.
  void count_regular();
};

/// The persons of a census by the axes `kept` (in this order), summed over the others.
void sum_persons(const Census& census, std::span<const Axis> kept, std::span<std::int32_t> out);

/// The income sums of a census by axes other than `state`, likewise.
void sum_incomes(const Census& census, std::span<const Axis> kept, std::span<std::int64_t> out);

/// The spells without work of a census by axes other than `state`, likewise.
void sum_spells(const Census& census, std::span<const Axis> kept, std::span<std::int32_t> out);

/// The axis of the groups of a partition.
constexpr Axis axis_of(Partition partition) {
  switch (partition) {
    case Partition::age_band:
      return Axis::age_band;
    case Partition::sex:
      return Axis::sex;
    case Partition::ethnicity:
      return Axis::ethnicity;
    case Partition::education:
      return Axis::education;
    case Partition::region:
      break;
  }
  return Axis::region;
}

/// The partition into the groups of an axis, which has one.
constexpr Partition partition_of(Axis axis) {
  for (const Partition partition : all_of_enum<Partition>()) {
    if (axis_of(partition) == axis) return partition;
  }
  return Partition::region;
}

}  // namespace jtsim::output
