// Who may be served by a policy.
#pragma once

#include <span>

#include "agents/world.hpp"

namespace jtsim::agents {

/// Sets fits[i] to 1 where the person of rows[i] as such fits, else to 0: age, sex, ethnicity,
/// education, contract, league, sector of the present or last job.
void find_fitting(const World& world, const Eligibility& eligible, std::span<const Row> rows,
                  std::span<bool8> fits);

/// Does the current spell without work come from a displacement as `rule` asks? Never true of those
/// at work, unless the rule admits anyone.
bool fits_displacement(const World& world, DisplacedRule rule, Row row);

/// Completed months without work; 0 for those at work.
int months_without_work(const World& world, Row row);

/// The same where everything fits: person, state, spell and displacement.
void find_eligible(const World& world, const Eligibility& eligible, std::span<const Row> rows,
                   std::span<bool8> fits);
bool is_eligible(const World& world, const Eligibility& eligible, Row row);

/// The first requirement that the person of `row` does not meet, as such or in everything; `other`
/// if all are met. For people to read: `find_fitting` and `find_eligible` decide.
Requirement missing_in_person(const World& world, const Eligibility& eligible, Row row);
Requirement missing_requirement(const World& world, const Eligibility& eligible, Row row);

/// What a service needs beyond the rules of eligibility. Internal retirement is open within its
/// window before the ordinary pension. A course is not offered to those who hold its certificate,
/// nor for `repeat_after_months` to those who were in it last; nor is a public post. What takes the
/// slot is not offered to those who hold one; wage insurance only to those who earn less than
/// before.
bool fits_service(const World& world, const Offer& offer, Row row);
/// Sets fits[i] to 0 where the service is not open to rows[i].
void require_service(const World& world, const Offer& offer, std::span<const Row> rows,
                     std::span<bool8> fits);

/// Does the ordinary pension begin within the window of internal retirement, not yet this month?
inline bool is_in_window(const World& world, const Offer& offer, Row row) {
  const int months_left = world.workers.retirement[row] - world.now;
  return months_left > 0 && months_left <= offer.window_months;
}

}  // namespace jtsim::agents
