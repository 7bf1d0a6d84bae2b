// How the incomes of a December are distributed: all together, by group, and the retired apart.
#pragma once

#include <span>
#include <vector>

#include "agents/world.hpp"
#include "base/enum_table.hpp"
#include "base/inequality.hpp"
#include "base/radix_sort.hpp"
#include "output/axis.hpp"

namespace jtsim::output {

/// The groups of one joint cell of a census.
using CellGroups = EnumArray<Partition, std::uint16_t>;

/// Distributions within groups are taken in the first, the last and every such year's December:
/// they move slowly and cost most.
inline constexpr int breakdown_every_years = 5;

/// The distribution of incomes over all persons, and within every group of every partition.
class IncomeDistribution {
 public:
  IncomeDistribution() = default;
  /// `earners`: income in fen, and the number of the joint cell; taken apart. `cells`: the groups
  /// of each cell. `persons`: of each group of each partition; none if groups are not asked for.
  IncomeDistribution(std::vector<Keyed>&& earners, std::span<const CellGroups> cells,
                     const EnumArray<Partition, std::vector<double>>& persons);

  const Distribution& all() const { return distributions_.front(); }
  std::span<const Distribution> by(Partition partition) const;

 private:
  /// All, then the groups of the partitions in turn.
  std::vector<Distribution> distributions_{1};
  EnumArray<Partition, std::size_t> first_{};
  EnumArray<Partition, std::size_t> count_{};
};

/// The pensions of all on the ordinary pension, and how many of them lie below a line.
struct Pensions {
  Distribution distribution;
  std::int64_t below_line = 0;
};
Pensions pensions_of(const agents::World& world);

}  // namespace jtsim::output
