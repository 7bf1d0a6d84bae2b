// The section `urn` of a scenario: the model's numbers and the files it reads.
#pragma once

#include "agents/urn.hpp"

namespace jtsim::configs {

struct UrnDocument : agents::UrnSettings {
  FilePath occupations;
  NetworkPath proximity;
  agents::UrnDemand demand;

  static constexpr auto fields() {
    using S = UrnDocument;
    return join_fields(
        agents::UrnSettings::fields(),
        std::tuple{
            option({"occupations", "",
                    tr("CSV file with the columns id, employment, others at will"), ""},
                   &S::occupations),
            option({"proximity", "",
                    tr("`complete`, where all pairs weigh the same, or a CSV file: one row and one "
                       "column per occupation, or the columns from, to, proximity"),
                    ""},
                   &S::proximity),
            option({"demand", "", tr("shape of target demand over time"), ""}, &S::demand),
        });
  }
};

}  // namespace jtsim::configs
