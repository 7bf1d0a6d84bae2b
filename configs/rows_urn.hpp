// The columns of the tables of the kind `urn`. Other columns are left to the reader, and `source`
// may be missing: such tables come from elsewhere.
#pragma once

#include <string>
#include <tuple>

#include "base/field.hpp"

namespace jtsim::configs {

struct UrnOccupationRow {
  static constexpr std::string_view table = "urn.occupations";
  std::string id;
  double employment = 0;

  static constexpr auto fields() {
    using S = UrnOccupationRow;
    return std::tuple{
        option({"id", "", tr("name of the occupation, any text"), ""}, &S::id),
        number({"employment", "persons", tr("employed at the start, before workers_scale"), ""},
               &S::employment, {0, 1e12}, {}),
    };
  }
};

/// A network in three columns; pairs that are not listed weigh nothing.
struct UrnProximityRow {
  static constexpr std::string_view table = "urn.proximity";
  std::string from;
  std::string to;
  double proximity = 0;

  static constexpr auto fields() {
    using S = UrnProximityRow;
    return std::tuple{
        option({"from", "", tr("last occupation of the searcher"), ""}, &S::from),
        option({"to", "", tr("occupation of the vacancy"), ""}, &S::to),
        number({"proximity", "1", tr("A_ij, the weight beside the vacancies"), ""}, &S::proximity,
               {0, 1e12}, {}),
    };
  }
};

struct UrnDemandRow {
  static constexpr std::string_view table = "urn.demand.table";
  int step = 0;
  std::string id;
  double demand = 0;

  static constexpr auto fields() {
    using S = UrnDemandRow;
    return std::tuple{
        number({"step", "step", tr("from this step on"), ""}, &S::step, {0, 60'000}, {}),
        option({"id", "", tr("an occupation"), ""}, &S::id),
        number({"demand", "posts", tr("target demand, before workers_scale"), ""}, &S::demand,
               {0, 1e12}, {}),
    };
  }
};

}  // namespace jtsim::configs
