// Posts that programmes themselves provide: platform work, self-employment, public posts, and work
// outside the region.
#pragma once

#include <optional>

#include "agents/world.hpp"

namespace jtsim::agents {

/// The form of work in the posts of a service; regular for all that have none of their own.
Form form_of(Service service);

/// The post for a worker: an occupation among the offer's targets, drawn with the proximity of his
/// own as weight, in his league; none where he lacks the schooling for all. No vacancy is needed.
std::optional<Job> programme_post(const World& world, const Offer& offer, Row row);

/// What becomes of a running post this month.
struct PostEnd {
  bool is_over = false;
  /// None for those who stay outside the region.
  std::optional<Transition> change;
};

/// Ends posts whose time is over (completed), or by their hazard (dropped out): back to
/// unemployment, save for those who stay outside the region. Books the end in the ledger.
PostEnd end_of_post(World& world, const Commitment& commitment);

/// `programme_pay_factor` of those who are in no regular post of the region.
double irregular_pay_factor(const World& world, Row row);

/// Pay of a worker over that of a regular post: as the offer says in posts that programmes provide,
/// else 1.
inline double programme_pay_factor(const World& world, Row row) {
  const Workers& w = world.workers;
  const bool regular = w.form[row] == Form::regular && w.state[row] != State::left_region;
  return regular ? 1 : irregular_pay_factor(world, row);
}

/// Posts that a founder keeps open for others, a whole number drawn once.
std::int32_t founder_jobs(const World& world, Row row);

}  // namespace jtsim::agents
