// A small world with three policies of the cascade and a budget, for tests of placement.
#pragma once

#include "agents/commitments.hpp"
#include "agents/placement.hpp"
#include "tests/support/small_world.hpp"

namespace cascade_world {

using namespace jtsim;
using namespace jtsim::agents;

inline constexpr PolicyId transfer{0};
inline constexpr PolicyId retire{1};
inline constexpr PolicyId course{2};
inline constexpr BudgetLineId line{0};
inline constexpr OccupationId miner{0};
inline constexpr OccupationId technician{1};
// Rows of the three mines in their order.
inline constexpr std::size_t heads = 40;

inline Inputs inputs_with_cascade() {
  Inputs inputs = small_inputs();
  for (const char* name : {"transfer", "retire", "course"}) add_policy(inputs, name);
  add_budget_line(inputs, fen_from_yuan(1e6));
  return inputs;
}

struct CascadeWorld {
  SmallWorld small{inputs_with_cascade()};
  World& world = small.world;
  Workers& w = world.workers;
  std::vector<Transition> transitions;

  CascadeWorld() {
    next_month(world);
    w.education[Row{0}] = Education::senior;
  }

  Offer& add_offer(PolicyId policy, Service service) {
    Offer offer;
    offer.policy = policy;
    offer.service = service;
    offer.since = world.now;
    offer.price.line = line;
    world.terms.offers.push_back(offer);
    return world.terms.offers.back();
  }
  void open_posts(std::size_t mine, OccupationId occupation, std::int32_t open) {
    world.market.mine_posts.push_back({MineId{mine}, occupation, open});
    const LeagueId league = world.tables().mines[mine].league;
    world.market.vacancies[world.market.cells(occupation, league)] += open;
  }
  void displace_first(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) displace(world, Row{i});
  }
  std::int64_t count(PolicyId policy, Counter counter) const {
    return count_of(world, policy, counter);
  }
  // Runs the phase and applies it, which fails if a post was promised twice.
  void place() {
    placement(world, transitions);
    apply(world, transitions);
  }
  // Phase 9 as far as commitments go.
  void settle() {
    end_commitments(world);
    pay_running_commitments(world);
  }
  void pass_month() {
    settle();
    next_month(world);
  }
};

}  // namespace cascade_world
