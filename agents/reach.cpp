// Fills the matrices of readiness to move.
#include "agents/reach.hpp"

#include <numbers>

#include "base/log2.hpp"

namespace jtsim::agents {

Matrix reach(const Inputs& inputs, double attachment) {
  const SearchSettings& search = inputs.settings.search;
  const Matrix& distance = inputs.tables.distance_km;
  const std::size_t leagues = inputs.tables.leagues.size();
  Matrix result{leagues, std::vector<double>(leagues * leagues, 1.0)};
  for (std::size_t home = 0; home < leagues; ++home) {
    for (std::size_t there = 0; there < leagues; ++there) {
      if (there == home || distance(home, there) <= search.commuting_radius_km) continue;
      const double scales = distance(home, there) / search.distance_scale_km;
      result(home, there) =
          search.relocation_share * exp2_fixed(-scales * std::numbers::log2e) * attachment;
    }
  }
  return result;
}

double effective_attachment(const Inputs& inputs, EthnicityId ethnicity) {
  const double attachment = inputs.tables.ethnicities[ethnicity.index()].attachment;
  return 1 + (attachment - 1) * inputs.settings.matching.ethnicity_effect;
}

}  // namespace jtsim::agents
