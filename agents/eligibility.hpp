// Who may be served by a policy.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Does the person as such fit: age, sex, ethnicity, education, contract, league, sector of the
/// present or last job?
bool fits_person(const World& world, const Eligibility& eligible, Row row);

/// Does the current spell without work come from a displacement as `rule` asks? Never true of those
/// at work, unless the rule admits anyone.
bool fits_displacement(const World& world, DisplacedRule rule, Row row);

/// Completed months without work; 0 for those at work.
int months_without_work(const World& world, Row row);

/// Does everything fit: person, state, spell and displacement?
bool is_eligible(const World& world, const Eligibility& eligible, Row row);

/// What a service needs beyond the rules of eligibility. Internal retirement is open within its
/// window before the ordinary pension. A course is not offered to those who hold its certificate,
/// nor for `repeat_after_months` to those who were in it.
bool fits_service(const World& world, const Offer& offer, Row row);

}  // namespace jtsim::agents
