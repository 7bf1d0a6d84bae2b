// The race over occupations, then over leagues.
#include "agents/choice.hpp"

#include <array>
#include <cmath>

#include "agents/pay.hpp"
#include "agents/skills.hpp"
#include "base/error.hpp"
#include "base/race.hpp"

namespace jtsim::agents {

namespace {

/// What one searcher sees of every market.
struct View {
  const MarketWeights& weights;
  /// [cell]
  std::span<const std::int32_t> vacancies;
  /// [destination league]
  std::span<const double> reach;
  /// The searcher's pay in a post over the pay of the post, and the lowest pay accepted.
  double personal_pay;
  double least_pay;
};

std::span<const double> reach_of(const World& world, Row row) {
  const MarketWeights& weights = world.balance.weights;
  const std::size_t leagues = weights.cells.leagues;
  const Matrix& reach = weights.reach_of[world.workers.ethnicity[row].index()];
  return std::span(reach.values).subspan(world.workers.league[row].index() * leagues, leagues);
}

View view_of(const World& world, const Searcher& searcher) {
  // Stored pay is rounded to whole units: it reaches `least` if the exact pay reaches half a unit
  // below the next whole number.
  const double least = (std::ceil(searcher.least_pay) - 0.5) * relative_pay_unit;
  const auto& open = searcher.vacancies;
  return {world.balance.weights, open.empty() ? std::span(world.market.vacancies) : open,
          reach_of(world, searcher.row), personal_pay_factor(world, searcher.row), least};
}

/// The weight of the market `cell` in league `r`, all but the proximity of its occupation.
double market_weight(const View& view, std::size_t cell, std::size_t r) {
  const double weight = view.vacancies[cell] * view.weights.attraction[cell] * view.reach[r];
  return view.weights.pay[cell] * view.personal_pay >= view.least_pay ? weight : 0.0;
}

/// The same, summed over the leagues of an occupation whose cells begin at `first`.
double occupation_weight(const View& view, std::size_t first) {
  double sum = 0;
  for (std::size_t r = 0; r < view.weights.cells.leagues; ++r) {
    sum += market_weight(view, first + r, r);
  }
  return sum;
}

/// 0 where the searcher lacks the education.
double skill(const World& world, Row row, OccupationId occupation) {
  const Education minimum = world.tables().occupations[occupation.index()].minimum_education;
  if (world.workers.education[row] < minimum) return 0;
  return effective_proximity(world, row, occupation);
}

std::optional<std::size_t> choose_occupation(const World& world, const View& view, Row row) {
  const Cells& cells = view.weights.cells;
  std::array<double, most_occupations> weight;
  for (std::size_t o = 0; o < cells.occupations; ++o) {
    const double proximity = skill(world, row, OccupationId{o});
    weight[o] = proximity > 0 ? proximity * occupation_weight(view, o * cells.leagues) : 0.0;
  }
  return pick(world.luck, {Stream::market_occupation, draw_month(world)}, world.workers.id[row],
              std::span(weight).first(cells.occupations));
}

std::size_t choose_league(const World& world, const View& view, Row row, std::size_t first) {
  const std::size_t leagues = view.weights.cells.leagues;
  std::array<double, most_leagues> weight;
  for (std::size_t r = 0; r < leagues; ++r) weight[r] = market_weight(view, first + r, r);
  const auto chosen = pick(world.luck, {Stream::market_league, draw_month(world)},
                           world.workers.id[row], std::span(weight).first(leagues));
  expect(chosen.has_value(), "an occupation with weight has a league with weight");
  return *chosen;
}

}  // namespace

std::optional<std::size_t> choose_market(const World& world, const Searcher& searcher) {
  const View view = view_of(world, searcher);
  const auto occupation = choose_occupation(world, view, searcher.row);
  if (!occupation) return std::nullopt;
  const std::size_t first = *occupation * view.weights.cells.leagues;
  return first + choose_league(world, view, searcher.row, first);
}

}  // namespace jtsim::agents
