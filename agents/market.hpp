// Posts and vacancies: a stock per (occupation, league), and which mine each mining vacancy belongs
// to.
#pragma once

#include <vector>

#include "agents/tables.hpp"

namespace jtsim::agents {

/// The (occupation, league) cells in row order.
struct Cells {
  std::size_t occupations = 0;
  std::size_t leagues = 0;

  std::size_t count() const { return occupations * leagues; }
  std::size_t operator()(OccupationId occupation, LeagueId league) const {
    return occupation.index() * leagues + league.index();
  }
  OccupationId occupation(std::size_t cell) const { return OccupationId{cell / leagues}; }
  LeagueId league(std::size_t cell) const { return LeagueId{cell % leagues}; }
};

/// Open posts of one mine in one occupation.
struct MinePosts {
  MineId mine;
  OccupationId occupation;
  std::int32_t open = 0;
};

/// Posts that employers want because a subsidy lowers what they cost, up to the month before
/// `end`; a fraction of one as a rule.
struct SubsidisedPosts {
  std::size_t cell = 0;
  Month end;
  double posts = 0;
};

/// Jobs by cell. All vectors but the last two are indexed by `Cells`.
struct Market {
  Cells cells;
  /// Jobs wanted this month (cells of mining stay 0: mines want heads, not occupations).
  std::vector<std::int32_t> wanted;
  /// Agents employed in the cell.
  std::vector<std::int32_t> agents;
  /// Everybody else employed in the cell.
  std::vector<std::int32_t> background_employed;
  /// Background unemployed by last occupation and league.
  std::vector<std::int32_t> background_unemployed;
  std::vector<std::int32_t> vacancies;
  /// Posts that founders keep open for others, part of those wanted.
  std::vector<std::int32_t> founded;
  /// The vacancies of mining cells in order of mine, then occupation; rebuilt by demand, used up by
  /// placement and matching.
  std::vector<MinePosts> mine_posts;
  /// In order of `end`.
  std::vector<SubsidisedPosts> subsidised;

  std::int32_t filled(std::size_t cell) const { return agents[cell] + background_employed[cell]; }
};

/// The mine whose post is the `slot`-th vacancy of a mining cell. `slot` < vacancies of the cell.
MineId mine_of_slot(const Market& market, const std::vector<Mine>& mines, std::size_t cell,
                    std::int32_t slot);
/// Takes one open post of `mine` in `occupation` off the vacancies.
void fill_mine_post(Market& market, const std::vector<Mine>& mines, MineId mine,
                    OccupationId occupation);

/// One mine in the course of the simulation.
struct MineState {
  bool open = true;
  /// Month of closure, or never.
  Month closed = Month::never();
  double capacity_t_per_year = 0;
  /// Tonnes a worker digs in a year at the start; grows with regional productivity.
  double initial_productivity = 0;
  std::int32_t filled = 0;
  std::int32_t wanted = 0;
};

}  // namespace jtsim::agents
