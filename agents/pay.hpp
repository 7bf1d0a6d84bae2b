// What work pays: the pay of a job held, of a job offered, and the pay below which none is taken.
#pragma once

#include "agents/world.hpp"

namespace jtsim::agents {

/// Pay factor of age (table `experience`), clamped to its first and last age.
double experience_factor(const Tables& tables, int age);

/// Monthly pay of an employed worker: relative pay x experience x pay index, less what is left of
/// the loss of specific capital.
Fen monthly_pay(const World& world, Row row);

/// What a displaced worker would earn in the old job: pay before x coal pay index x experience.
Fen shadow_pay(const World& world, const Displacement& event);

/// What an employed worker earns a month less than he would in the job he was last displaced from;
/// 0 if he earns as much, or never was.
Fen pay_gap(const World& world, Row row);

/// Relative pay of a post before the person.
double post_pay(const Tables& tables, OccupationId occupation, LeagueId league);

/// What the pay of a post is multiplied by if `row` takes it now: last pay against the usual pay of
/// the last occupation, less skill lost in a long spell.
double personal_pay_factor(const World& world, Row row);

/// Relative pay (in its stored unit) if `row` were hired into `occupation` in `league` now: the pay
/// of the post times `personal_pay_factor`.
std::uint16_t offered_relative_pay(const World& world, Row row, OccupationId occupation,
                                   LeagueId league);

/// What the first pay of an initial worker or entrant depends on.
struct InitialPay {
  OccupationId occupation;
  LeagueId league;
  Contract contract = Contract::private_;
  /// Personal factor as a binary logarithm.
  double personal_log2 = 0;
};

/// First relative pay (in its stored unit): post x contract x personal factor.
std::uint16_t initial_relative_pay(const Tables& tables, const InitialPay& pay);

/// Month of leaving coal that `row` would carry after being hired into `occupation`.
Month left_coal_after(const World& world, Row row, OccupationId occupation);

/// Unemployment benefit of this month: a share of the local minimum pay while the claim runs, else
/// 0.
Fen running_benefit(const World& world, Row row);
/// The benefit of a claim in `league`; the terms must hold insurance.
Fen full_benefit(const World& world, LeagueId league);

/// The lowest relative pay (stored unit) at which a searcher takes a job: a declining share of the
/// last pay, never below the benefit or the assistance line. Compared with `offered_relative_pay`,
/// both before experience and index.
double reservation_relative_pay(const World& world, Row row);

}  // namespace jtsim::agents
