// Phase 8, search and matching: who looks for work this month, and where each applies.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Phase 8. Searchers apply, the background's applicants are drawn, every vacancy hires whoever has
/// the smallest key, and the month's aids to search and hiring are reserved before and settled
/// after. Agents' hires are proposed as transitions; background hires are done.
void search_and_matching(World& world, std::vector<Transition>& transitions);

/// May this worker apply: without a job, or in platform work or on a public post?
bool searches(const Workers& workers, Row row);

/// Sets the scratch's `searchers` to all who may apply.
void find_searchers(World& world);

/// Each searcher applies with probability `search_intensity` x `search_factor`, chooses a market
/// and one of its vacancies uniformly. Sets the scratch's `applications`.
void send_applications(World& world);

}  // namespace jtsim::agents
