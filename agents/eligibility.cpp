// Who may be served by a policy.
#include "agents/eligibility.hpp"

namespace jtsim::agents {

bool fits_person(const World& world, const Eligibility& eligible, Row row) {
  const Workers& w = world.workers;
  const int age = age_years(w.birth[row], world.now);
  if (age < eligible.age_min_years || age > eligible.age_max_years) return false;
  const Sector sector = world.tables().occupations[w.occupation[row].index()].sector;
  return eligible.sexes.has(w.sex[row]) && eligible.ethnicities.has(w.ethnicity[row]) &&
         eligible.educations.has(w.education[row]) && eligible.contracts.has(w.contract[row]) &&
         eligible.leagues.has(w.league[row]) && eligible.last_sectors.has(sector);
}

bool fits_displacement(const World& world, DisplacedRule rule, Row row) {
  if (rule == DisplacedRule::anyone) return true;
  const Workers& w = world.workers;
  if (is_employed(w.state[row]) || w.last_event[row] == Workers::no_event) return false;
  const Displacement& event = world.displacements.events[w.last_event[row]];
  if (event.month != w.spell_start[row]) return false;
  return rule == DisplacedRule::displaced || event.by_closure;
}

int months_without_work(const World& world, Row row) {
  if (is_employed(world.workers.state[row])) return 0;
  return world.now - world.workers.spell_start[row];
}

bool is_eligible(const World& world, const Eligibility& eligible, Row row) {
  if (!eligible.states.has(world.workers.state[row])) return false;
  const int spell = months_without_work(world, row);
  if (spell < eligible.spell_min_months || spell > eligible.spell_max_months) return false;
  return fits_displacement(world, eligible.displaced, row) && fits_person(world, eligible, row);
}

bool fits_service(const World& world, const Offer& offer, Row row) {
  const Workers& w = world.workers;
  switch (offer.service) {
    case Service::internal_retirement: {
      const int months_left = w.retirement[row] - world.now;
      return months_left > 0 && months_left <= offer.window_months;
    }
    case Service::training: {
      const bool certified = (w.certificates[row] >> offer.policy.index() & 1) != 0;
      const bool was_in_it = w.slot[row] == offer.policy;
      const int months_since = world.now - w.slot_end[row];
      return !certified && !(was_in_it && months_since < offer.repeat_after_months);
    }
    case Service::internal_transfer:
    case Service::hiring_aid:
    case Service::search_aid:
      return true;
  }
  return true;
}

}  // namespace jtsim::agents
