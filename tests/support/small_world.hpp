// A tiny region for tests: two leagues, two ethnicities, five occupations, three mines in two
// groups, flat tables.
#pragma once

#include <memory>

#include "agents/world.hpp"

/// Leagues north and south; ethnicities han and mongol; occupations miner and mine_technician
/// (mining, the latter from senior education on), turbine_technician (new energy, senior), clerk
/// (tertiary) and fitter (other secondary); mines alpha_north and alpha_south of group alpha (state
/// owned), beta_south of group beta (private), 40 heads each. From 2020-12 to 2030-12. No policies
/// and no budget lines. Paths are flat, hiring and displacement ignore who a person is.
jtsim::agents::Inputs small_inputs();

/// Adds a policy's name with the draw key of its name; returns its id.
jtsim::PolicyId add_policy(jtsim::agents::Inputs& inputs, const std::string& name);
/// Adds a budget line; returns its id.
jtsim::BudgetLineId add_budget_line(jtsim::agents::Inputs& inputs, jtsim::Fen per_year,
                                    bool carry_over = false);

/// The occupation of the tertiary sector in `small_inputs()`.
inline constexpr jtsim::OccupationId clerk{3};

/// A world together with what it refers to.
struct SmallWorld {
  jtsim::agents::Inputs inputs;
  jtsim::agents::Balance balance;
  jtsim::agents::World world;

  explicit SmallWorld(jtsim::agents::Inputs given, jtsim::Luck luck = {1, 0});
};

/// Moves to the next month: conditions and accounts, no phase.
void next_month(jtsim::agents::World& world);

/// Moves one worker at once.
void move_to(jtsim::agents::World& world, const jtsim::agents::Transition& change);

/// Displaces a miner this month, as phase 5 does.
void displace(jtsim::agents::World& world, jtsim::Row row);

/// What multiplies one worker's search intensity, as `find_search_factors` says.
double search_factor_of(const jtsim::agents::World& world, jtsim::Row row);

/// A counter of a policy in the year of `world.now`.
std::int64_t count_of(const jtsim::agents::World& world, jtsim::PolicyId policy,
                      jtsim::agents::Counter counter);
