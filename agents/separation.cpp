// Phase 5: quits and separations of agents and background; displacement follows in
// displacement.cpp.
#include "agents/separation.hpp"

#include <algorithm>
#include <span>

#include "agents/background.hpp"
#include "agents/choice.hpp"
#include "agents/commitments.hpp"
#include "agents/matching.hpp"
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

/// By cell. Mines lose posts by displacement alone, so their cells only know quits.
std::vector<LeavingThresholds> leaving_by_cell(const World& world) {
  std::vector<LeavingThresholds> limits(world.market.cells.count());
  for (std::size_t cell = 0; cell < limits.size(); ++cell) {
    const Sector sector =
        world.tables().occupations[world.market.cells.occupation(cell).index()].sector;
    const double quit = world.tables().sectors[sector].job_to_job_rate;
    const double lost = sector == Sector::mining ? 0.0 : separation_hazard(world, cell);
    limits[cell] = {threshold(quit), threshold(quit + lost)};
  }
  return limits;
}

/// Mines fill their posts inside the group, then from the market: a quit does not forestall them.
std::vector<std::int32_t> open_outside_mining(const World& world) {
  std::vector<std::int32_t> open = world.market.vacancies;
  for (std::size_t cell = 0; cell < open.size(); ++cell) {
    const OccupationId occupation = world.market.cells.occupation(cell);
    if (world.tables().occupations[occupation.index()].sector == Sector::mining) open[cell] = 0;
  }
  return open;
}

/// Vacancies promised to quitters of this month, by cell; they are taken off the stock when the
/// transitions are applied.
class Promised {
 public:
  explicit Promised(const World& world)
      : left_(open_outside_mining(world)), openings_(world.balance.weights, left_) {}

  const Openings& openings() const { return openings_; }
  /// Number of the vacancy promised within its cell, counted down.
  std::uint32_t take(std::size_t cell) {
    openings_.set(cell, --left_[cell]);
    return static_cast<std::uint32_t>(left_[cell]);
  }

 private:
  std::vector<std::int32_t> left_;
  Openings openings_;
};

/// A quit goes to a job outside mining found directly, drawn from the market like any application:
/// no vacancy, no quit.
void propose_quit(World& world, Row row, Promised& promised, std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  const double least_pay = world.settings().search.quit_least_pay_share * w.relative_pay[row];
  const auto cell = choose_market(world, promised.openings(), {row, least_pay});
  if (!cell) return;
  const OccupationId occupation = world.market.cells.occupation(*cell);
  const LeagueId league = world.market.cells.league(*cell);
  const Sector sector = world.tables().occupations[occupation.index()].sector;
  const Contract contract = contract_of(employer_of(world, *cell, promised.take(*cell)));
  transitions.push_back({.row = row,
                         .to = employed_in(sector),
                         .reason = Reason::quit,
                         .job = {occupation, league, MineId::none(), Form::regular, contract,
                                 offered_relative_pay(world, row, occupation, league)}});
}

/// Asks for the states of candidates to come, and for what those of them who work may choose by.
[[gnu::always_inline]] inline void fetch_ahead(const Workers& w, std::span<const Candidate> all,
                                               std::size_t i) {
  constexpr std::size_t state_ahead = 16;
  constexpr std::size_t choice_ahead = 6;
  if (i + state_ahead < all.size()) fetch(w.state, all[i + state_ahead].row);
  if (i + choice_ahead >= all.size()) return;
  const Row row = all[i + choice_ahead].row;
  if (!is_employed(w.state[row])) return;
  fetch(w.form, row);
  fetch_record(w, row);
}

void leave_jobs(World& world, std::vector<Transition>& transitions) {
  const Workers& w = world.workers;
  Promised promised(world);
  std::vector<Candidate> candidates;
  const std::vector<LeavingThresholds> limits_of = leaving_by_cell(world);
  const std::uint32_t limit = std::ranges::max(limits_of, {}, &LeavingThresholds::lost).lost;
  candidates_below(world, Stream::separation, limit, candidates);
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    fetch_ahead(w, candidates, i);
    const auto [row, word] = candidates[i];
    if (!is_employed(w.state[row])) continue;
    // While a programme supports a post it ends by the programme's own rules.
    if (w.form[row] != Form::regular && holds_slot(world, row)) continue;
    const LeavingThresholds& limits =
        limits_of[world.market.cells(w.occupation[row], w.league[row])];
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
