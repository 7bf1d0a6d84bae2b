// Merging the changes of a phase into the list.
#include "agents/jobless.hpp"

#include <algorithm>
#include <utility>

#include "base/error.hpp"

namespace jtsim::agents {

/// What lies between two changes is copied as a whole, since changes are few.
void update_jobless(std::vector<Row>& jobless, const JoblessChanges& changes) {
  if (changes.came.empty() && changes.went.empty()) return;
  std::vector<Row> now;
  now.reserve(jobless.size() + changes.came.size());
  auto kept = jobless.cbegin();
  const auto keep_before = [&](Row row) {
    const auto end = std::lower_bound(kept, jobless.cend(), row);
    now.insert(now.end(), kept, end);
    kept = end;
  };
  auto came = changes.came.begin();
  auto went = changes.went.begin();
  while (came != changes.came.end() || went != changes.went.end()) {
    if (went == changes.went.end() || (came != changes.came.end() && *came < *went)) {
      keep_before(*came);
      now.push_back(*came++);
    } else {
      keep_before(*went);
      expect(kept != jobless.cend() && *kept == *went, "who leaves the jobless was among them");
      ++kept;
      ++went;
    }
  }
  now.insert(now.end(), kept, jobless.cend());
  jobless = std::move(now);
}

}  // namespace jtsim::agents
