// Whom the roster counts: the staff of above-scale firms, or all of the economic census.
#include <cmath>

#include <fmt/format.h>

#include "base/apportion.hpp"
#include "configs/tables_from_files.hpp"

namespace jtsim::configs {

namespace {

using agents::Sector;
using agents::SectorRow;

/// The same mines with headcounts that add to `total`.
void scale_headcounts(std::int64_t total, std::vector<agents::Mine>& mines) {
  std::vector<double> weights;
  for (const agents::Mine& mine : mines) weights.push_back(mine.headcount);
  const auto heads = apportion(total, weights);
  for (std::size_t i = 0; i < mines.size(); ++i)
    mines[i].headcount = static_cast<std::int32_t>(heads[i]);
}

/// Moves so many persons between the rest of the secondary sector and mining, with the urban part
/// that miners have; false when there are not enough.
bool move_into_mining(double persons, EnumArray<Sector, SectorRow>& sectors) {
  SectorRow& mining = sectors[Sector::mining];
  SectorRow& others = sectors[Sector::other_secondary];
  const double employment = others.employment - persons;
  const double urban = others.employment * others.urban_share - persons * mining.urban_share;
  if (employment <= 0 || urban < 0 || urban > employment) return false;
  mining.employment += persons;
  others.employment = employment;
  others.urban_share = urban / employment;
  return true;
}

}  // namespace

void apply_coal_base(const TableContext& context) {
  const agents::PopulationSettings& population = context.settings.population;
  if (population.coal_base != agents::CoalBase::census) return;
  agents::Tables& tables = context.tables;
  std::int64_t roster = 0;
  for (const agents::Mine& mine : tables.mines) roster += mine.headcount;
  const std::int64_t census = std::llround(population.census_headcount);
  if (move_into_mining(static_cast<double>(census - roster), tables.sectors)) {
    scale_headcounts(census, tables.mines);
    return;
  }
  const std::string key = "population.census_headcount";
  context.problems().add(
      {context.reader.place_in_scenario(key),
       key,
       Sentence(tr("the roster has {} staff; the {} more are not among the {:.0f} employed in "
                   "`other_secondary`"),
                roster, census - roster, tables.sectors[Sector::other_secondary].employment),
       {}});
}

}  // namespace jtsim::configs
