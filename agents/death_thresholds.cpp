// Thresholds from the Gompertz law of the tables.
#include "agents/death_thresholds.hpp"

#include "agents/demography.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

void DeathThresholds::turn_to(const Tables& tables, Month now) {
  if (now.year() == year_) return;
  year_ = now.year();
  for (const Sex sex : all_of_enum<Sex>()) {
    for (int age = 0; age <= oldest_age; ++age) {
      for (const bool exposed : {false, true}) {
        values_[index(sex, age)][exposed] =
            threshold(death_hazard(tables.mortality[sex], age, now, exposed));
      }
    }
  }
}

}  // namespace jtsim::agents
