// Units, and the markets that take them over.
#include "agents/unit_transfer.hpp"

#include <algorithm>
#include <map>

#include "agents/matching.hpp"
#include "agents/pay.hpp"
#include "agents/skills.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

using UnitKey = std::pair<MineId, OccupationId>;

/// Requests by the mine that displaced them and their occupation there, each in line.
std::map<UnitKey, std::vector<Place>> units_of(const World& world, const Offer& offer,
                                               std::span<const Request> requests) {
  std::vector<Place> places = places_of(world, offer, requests);
  std::ranges::sort(places);
  std::map<UnitKey, std::vector<Place>> units;
  for (const Place& place : places) {
    const std::uint32_t event = world.workers.last_event[place.row];
    if (event == Workers::no_event) continue;
    const MineId mine = world.displacements.events[event].mine;
    units[{mine, world.workers.occupation[place.row]}].push_back(place);
  }
  return units;
}

class UnitTransfer {
 public:
  UnitTransfer(World& world, const Offer& offer, std::vector<Transition>& transitions)
      : world_(world), offer_(offer), transitions_(transitions), left_(world.market.vacancies) {}

  void move(std::span<const Place> unit) {
    const auto cell = unit.size() >= size() ? market_for(unit.front().row) : std::nullopt;
    for (std::size_t i = 0; i < unit.size(); ++i) {
      const bool has_post = cell && left_[*cell] > 0;
      const Outcome outcome = has_post ? take_over(unit[i].row, *cell) : Outcome::no_post;
      if (outcome == Outcome::served) {
        book_served(world_, offer_.policy, unit[i].row);
      } else {
        book_unserved(world_, offer_.policy, outcome, unit.subspan(i, 1));
      }
    }
  }

  std::vector<Row> served() && { return std::move(served_); }

 private:
  std::size_t size() const { return static_cast<std::size_t>(offer_.unit_size); }

  std::optional<std::size_t> market_for(Row row) const {
    const Workers& w = world_.workers;
    const Cells& cells = world_.market.cells;
    const Matrix& reach = world_.balance.weights.reach_of[w.ethnicity[row].index()];
    std::vector<double> weights(cells.count(), 0.0);
    for (std::size_t cell = 0; cell < weights.size(); ++cell) {
      const OccupationId occupation = cells.occupation(cell);
      const Occupation& job = world_.tables().occupations[occupation.index()];
      const bool open = left_[cell] >= offer_.unit_size && offer_.targets[occupation.index()] != 0;
      if (!open || job.sector == Sector::mining || job.minimum_education > w.education[row])
        continue;
      weights[cell] = left_[cell] * effective_proximity(world_, row, occupation) *
                      reach(w.league[row].index(), cells.league(cell).index());
    }
    return pick(world_.luck, {Stream::unit_market, draw_month(world_)}, w.id[row], weights);
  }

  Outcome take_over(Row row, std::size_t cell) {
    const OccupationId occupation = world_.market.cells.occupation(cell);
    const Occupation& job = world_.tables().occupations[occupation.index()];
    if (job.minimum_education > world_.workers.education[row]) return Outcome::no_post;
    const Outcome outcome = outcome_of(world_.ledger.admit(offer_, offer_.price, world_.now));
    if (outcome != Outcome::served) return outcome;
    world_.ledger.pay_reserved(offer_.policy, offer_.price, world_.now, offer_.price.once);
    const LeagueId league = world_.market.cells.league(cell);
    const auto slot = static_cast<std::uint32_t>(--left_[cell]);
    const Contract contract = contract_of(employer_of(world_, cell, slot));
    transitions_.push_back({row,
                            employed_in(job.sector),
                            Reason::transfer,
                            {occupation, league, MineId::none(), Form::regular, contract,
                             offered_relative_pay(world_, row, occupation, league)}});
    served_.push_back(row);
    return outcome;
  }

  World& world_;
  const Offer& offer_;
  std::vector<Transition>& transitions_;
  /// [cell] vacancies not promised to a unit yet.
  std::vector<std::int32_t> left_;
  std::vector<Row> served_;
};

}  // namespace

std::vector<Row> transfer_units(World& world, const Offer& offer, std::span<const Request> requests,
                                std::vector<Transition>& transitions) {
  UnitTransfer transfer(world, offer, transitions);
  for (const auto& [key, unit] : units_of(world, offer, requests)) transfer.move(unit);
  return std::move(transfer).served();
}

}  // namespace jtsim::agents
