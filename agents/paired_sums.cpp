// Summing measures of paired persons by group.
#include "agents/paired_sums.hpp"

namespace jtsim::agents {

void PairedSum::add(std::int64_t of_base, std::int64_t of_policy) {
  ++persons;
  base += of_base;
  policy += of_policy;
  higher += of_policy > of_base ? 1 : 0;
  lower += of_policy < of_base ? 1 : 0;
}

GroupList::GroupList(const Tables& tables) {
  const std::array<std::size_t, enum_size<GroupKind>> sizes{1,
                                                            tables.ethnicities.size(),
                                                            enum_size<Sex>,
                                                            enum_size<AgeBand>,
                                                            enum_size<Education>,
                                                            tables.leagues.size()};
  for (std::size_t k = 0; k < sizes.size(); ++k) first_[k + 1] = first_[k] + sizes[k];
}

void PairedSums::add(PairedPopulation population, const Memberships& memberships,
                     PairedMeasure measure, std::array<std::int64_t, 2> value) {
  for (const std::uint16_t group : memberships)
    sums_[index(population, group, measure)].add(value[0], value[1]);
}

}  // namespace jtsim::agents
