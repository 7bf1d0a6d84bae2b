// The list of those without work, kept from month to month by who lost and who found work.
#pragma once

#include <vector>

#include "base/ids.hpp"

namespace jtsim::agents {

/// Who lost or found work, by row ascending.
struct JoblessChanges {
  std::vector<Row> came;
  std::vector<Row> went;
};

/// Adds to `jobless`, rows ascending, who came, and takes out who went; all of the latter stand in
/// it.
void update_jobless(std::vector<Row>& jobless, const JoblessChanges& changes);

}  // namespace jtsim::agents
