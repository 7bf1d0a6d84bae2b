// The race over occupations, then over leagues.
#include "agents/choice.hpp"

#include <array>
#include <cmath>

#include "agents/pay.hpp"
#include "agents/skills.hpp"
#include "base/error.hpp"
#include "base/gated_sums.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

/// What one searcher sees of every market.
struct View {
  const Openings& openings;
  /// [destination league]
  std::span<const double> reach;
  /// The searcher's pay in a post over the pay of the post, and the lowest pay accepted.
  double personal_pay;
  double least_pay;

  const MarketWeights& weights() const { return openings.weights(); }
  std::size_t columns() const { return weights().columns(); }
};

std::span<const double> reach_of(const World& world, Row row) {
  const MarketWeights& weights = world.balance.weights;
  const std::size_t leagues = weights.cells.leagues;
  const Matrix& reach = weights.reach_of[world.workers.ethnicity[row].index()];
  return std::span(reach.values).subspan(world.workers.league[row].index() * leagues, leagues);
}

/// Reach of somebody whose moves are paid for.
std::span<const double> extended_reach(const World& world, const Searcher& searcher,
                                       std::span<double> room) {
  const std::span<const double> reach = reach_of(world, searcher.row);
  if (searcher.reach_factor == 1) return reach;
  const std::size_t home = world.workers.league[searcher.row].index();
  for (std::size_t r = 0; r < reach.size(); ++r) {
    room[r] = r == home ? reach[r] : reach[r] * searcher.reach_factor;
  }
  return room.first(reach.size());
}

View view_of(const World& world, const Openings& openings, const Searcher& searcher,
             std::span<double> room) {
  // Stored pay is rounded to whole units: it reaches `least` if the exact pay reaches half a unit
  // below the next whole number.
  const double least = (std::ceil(searcher.least_pay) - 0.5) * relative_pay_unit;
  return {openings, extended_reach(world, searcher, room), personal_pay_factor(world, searcher.row),
          least};
}

/// Multiplies the weight of every occupation by how close the searcher is to it.
void weigh_skills(const World& world, Row row, std::span<double> weight) {
  const Workers& w = world.workers;
  const MarketWeights& weights = world.balance.weights;
  const std::span<const double> skills = weights.skills(w.education[row], w.occupation[row]);
  if (w.certificates[row] == 0) {
    for (std::size_t o = 0; o < weight.size(); ++o) weight[o] *= skills[o];
    return;
  }
  for (std::size_t o = 0; o < weights.cells.occupations; ++o) {
    const Education minimum = world.tables().occupations[o].minimum_education;
    const bool has_schooling = w.education[row] >= minimum;
    weight[o] *= has_schooling ? effective_proximity(world, row, OccupationId{o}) : 0.0;
  }
}

std::optional<std::size_t> choose_occupation(const World& world, const View& view, Row row) {
  const std::size_t occupations = view.weights().cells.occupations;
  std::array<double, padded_columns(most_occupations)> sums;
  const std::span<double> weight = std::span(sums).first(view.columns());
  gated_sums(
      {view.openings.pull(), view.weights().pay_by_league, view.personal_pay, view.least_pay},
      view.reach, weight);
  weigh_skills(world, row, weight);
  return pick(world.luck, {Stream::market_occupation, draw_month(world)}, world.workers.id[row],
              weight.first(occupations));
}

std::size_t choose_league(const World& world, const View& view, Row row, std::size_t occupation) {
  const std::size_t leagues = view.weights().cells.leagues;
  std::array<double, most_leagues> weight;
  for (std::size_t r = 0; r < leagues; ++r) {
    const std::size_t market = r * view.columns() + occupation;
    const double pay = view.weights().pay_by_league[market] * view.personal_pay;
    const double pull = view.openings.pull()[market] * view.reach[r];
    weight[r] = pay >= view.least_pay ? pull : 0.0;
  }
  const auto chosen = pick(world.luck, {Stream::market_league, draw_month(world)},
                           world.workers.id[row], std::span(weight).first(leagues));
  expect(chosen.has_value(), "an occupation with weight has a league with weight");
  return *chosen;
}

}  // namespace

Openings::Openings(const MarketWeights& weights, std::span<const std::int32_t> vacancies)
    : weights_(weights), pull_(weights.pay_by_league.size(), 0.0) {
  for (std::size_t cell = 0; cell < vacancies.size(); ++cell) set(cell, vacancies[cell]);
}

void Openings::set(std::size_t cell, std::int32_t vacancies) {
  const Cells& cells = weights_.cells;
  pull_[cells.league(cell).index() * weights_.columns() + cells.occupation(cell).index()] =
      vacancies * weights_.attraction[cell];
}

std::optional<std::size_t> choose_market(const World& world, const Openings& openings,
                                         const Searcher& searcher) {
  std::array<double, most_leagues> room;
  const View view = view_of(world, openings, searcher, room);
  const auto occupation = choose_occupation(world, view, searcher.row);
  if (!occupation) return std::nullopt;
  const std::size_t league = choose_league(world, view, searcher.row, *occupation);
  return view.weights().cells(OccupationId{*occupation}, LeagueId{league});
}

}  // namespace jtsim::agents
