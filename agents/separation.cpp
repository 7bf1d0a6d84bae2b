// Phase 5: quits and separations of agents and background; displacement follows in
// displacement.cpp.
#include "agents/separation.hpp"

#include <algorithm>

#include "agents/background.hpp"
#include "agents/choice.hpp"
#include "agents/pay.hpp"
#include "agents/scan.hpp"

namespace jtsim::agents {

namespace {

/// Monthly thresholds of one employed worker; a word below `quit` is a quit, below `lost` a lost
/// job.
struct LeavingThresholds {
  std::uint32_t quit = 0;
  std::uint32_t lost = 0;
};

LeavingThresholds leaving(const World& world, std::size_t cell, Sector sector) {
  const double quit = world.tables().sectors[sector].job_to_job_rate;
  return {threshold(quit), threshold(quit + separation_hazard(world, cell))};
}

/// Vacancies promised to quitters of this month, by cell; they are taken off the stock when the
/// transitions are applied.
class Promised {
 public:
  explicit Promised(const Market& market) : market_(market), taken_(market.cells.count(), 0) {}

  bool has_room(std::size_t cell) const { return taken_[cell] < market_.vacancies[cell]; }
  /// Number of the vacancy promised within its cell.
  std::int32_t take(std::size_t cell) { return taken_[cell]++; }

 private:
  const Market& market_;
  std::vector<std::int32_t> taken_;
};

/// A quit goes to a job found directly, drawn from the market like any application: no vacancy, no
/// quit.
void propose_quit(World& world, Row row, Promised& promised, std::vector<Transition>& transitions) {
  const auto cell = choose_market(world, {row});
  if (!cell || !promised.has_room(*cell)) return;
  const Tables& t = world.tables();
  const OccupationId occupation = world.market.cells.occupation(*cell);
  const LeagueId league = world.market.cells.league(*cell);
  const Sector sector = t.occupations[occupation.index()].sector;
  const std::int32_t slot = promised.take(*cell);
  MineId mine = MineId::none();
  if (sector == Sector::mining) mine = mine_of_slot(world.market, t.mines, *cell, slot);
  transitions.push_back(
      {.row = row,
       .to = employed_in(sector),
       .reason = Reason::quit,
       .job = {occupation, league, mine, Form::regular, world.workers.contract[row],
               offered_relative_pay(world, row, occupation, league)}});
}

/// The highest threshold of any cell: no word above it concerns anybody.
std::uint32_t leaving_limit(const World& world) {
  std::uint32_t limit = 0;
  for (std::size_t cell = 0; cell < world.market.cells.count(); ++cell) {
    const Sector sector =
        world.tables().occupations[world.market.cells.occupation(cell).index()].sector;
    limit = std::max(limit, leaving(world, cell, sector).lost);
  }
  return limit;
}

void leave_jobs(World& world, std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  Promised promised(world.market);
  std::vector<Candidate> candidates;
  candidates_below(world, Stream::separation, leaving_limit(world), candidates);
  for (const auto& [row, word] : candidates) {
    if (!is_employed(w.state[row]) || w.form[row] != Form::regular) continue;
    const std::size_t cell = world.market.cells(w.occupation[row], w.league[row]);
    const LeavingThresholds limits = leaving(world, cell, sector_of(w.state[row]));
    if (word < limits.quit) {
      propose_quit(world, row, promised, transitions);
    } else if (word < limits.lost) {
      transitions.push_back({.row = row, .to = State::unemployed, .reason = Reason::separation});
    }
  }
}

}  // namespace

void separation(World& world, std::vector<Transition>& transitions) {
  leave_jobs(world, transitions);
  separate_background(world);
  displace(world, transitions);
}

}  // namespace jtsim::agents
