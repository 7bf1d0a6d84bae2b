// Joins the parts of the table of series, in the order of the file.
#include "output/series.hpp"

#include <vector>

#include "output/series_tables.hpp"

namespace jtsim::output {

namespace {

std::vector<Series> joined() {
  std::vector<Series> all;
  for (const auto part : {series_of_stocks(), series_of_incomes(), series_of_policies(),
                          series_of_destinations(), series_of_losses(), series_of_urn()}) {
    all.insert(all.end(), part.begin(), part.end());
  }
  return all;
}

}  // namespace

std::span<const Series> all_series() {
  static const std::vector<Series> all = joined();
  return all;
}

bool records(configs::ScenarioKind kind, Kinds kinds) {
  switch (kinds) {
    case Kinds::transition:
      return kind == configs::ScenarioKind::transition;
    case Kinds::every:
      return kind != configs::ScenarioKind::urn;
    case Kinds::urn:
      return kind == configs::ScenarioKind::urn;
  }
  return false;
}

}  // namespace jtsim::output
