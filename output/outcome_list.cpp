// Names of groups in outcomes.
#include "output/outcome_list.hpp"

#include <fmt/format.h>

#include "output/census.hpp"

namespace jtsim::output {

Grouping everybody() { return {"", {""}}; }

Grouping by_groups(const OutcomeList& list, Partition partition) {
  Grouping grouping{fmt::format("_by_{}", identifier(partition)), {}};
  for (const Name& group : list.axis(axis_of(partition)).names)
    grouping.prefixes.push_back(fmt::format("{}.{}.", identifier(partition), group.id));
  return grouping;
}

Grouping by_pairs(const OutcomeList& list, Partition partition) {
  Grouping grouping{fmt::format("_pair_{}_region", identifier(partition)), {}};
  for (const Name& group : list.axis(axis_of(partition)).names) {
    for (const Name& league : list.axis(Axis::region).names) {
      grouping.prefixes.push_back(
          fmt::format("{}_region.{}.{}.", identifier(partition), group.id, league.id));
    }
  }
  return grouping;
}

std::vector<Grouping> all_partitions(const OutcomeList& list) {
  std::vector<Grouping> all;
  for (const Partition partition : all_of_enum<Partition>())
    all.push_back(by_groups(list, partition));
  return all;
}

std::vector<Grouping> all_pairs(const OutcomeList& list) {
  std::vector<Grouping> all;
  for (const Partition partition : all_of_enum<Partition>()) {
    if (partition != Partition::region) all.push_back(by_pairs(list, partition));
  }
  return all;
}

std::optional<std::size_t> reference_group(Partition partition) {
  switch (partition) {
    case Partition::age_band:
      return index_of(agents::AgeBand::age_35_44);
    case Partition::sex:
      return index_of(agents::Sex::male);
    case Partition::ethnicity:
    case Partition::education:
      return 0;
    case Partition::region:
      break;
  }
  return std::nullopt;
}

bool is_shown_by_group(const Coordinate& stock_years, std::size_t position) {
  const int year = stock_years.numbers[position];
  return position == 0 || position + 1 == stock_years.size() || year % breakdown_every_years == 0;
}

}  // namespace jtsim::output
