// Words, best keys and origins of background applicants.
#include "agents/background_hires.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <numbers>

#include "base/fill_draws.hpp"
#include "base/log2.hpp"

namespace jtsim::agents {

namespace {

constexpr std::uint32_t taken = 0;
/// Origins drawn for one hire before the vacancy is left open.
constexpr std::uint32_t most_origin_draws = 8;

/// Positions of all vacancies in the scratch, cell by cell.
void lay_out_vacancies(World& world) {
  MarketScratch& s = world.scratch;
  const std::size_t cells = world.market.cells.count();
  s.first_vacancy.resize(cells + 1);
  std::uint32_t position = 0;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    s.first_vacancy[cell] = position;
    position += static_cast<std::uint32_t>(world.market.vacancies[cell]);
  }
  s.first_vacancy[cells] = position;
  s.words.resize(position);
  s.best.resize(position);
  s.origin_words.resize(position);
}

/// The part of a list over all vacancies that belongs to one cell.
std::span<std::uint32_t> of_cell(const MarketScratch& scratch, std::vector<std::uint32_t>& list,
                                 std::size_t cell) {
  const std::size_t first = scratch.first_vacancy[cell];
  return std::span(list).subspan(first, scratch.first_vacancy[cell + 1] - first);
}

/// Where nobody is expected, all vacancies count as taken.
void draw_words(World& world, std::size_t cell) {
  MarketScratch& s = world.scratch;
  const std::span<std::uint32_t> words = of_cell(s, s.words, cell);
  const double per_vacancy = s.flows.per_vacancy[cell];
  s.no_applicant_below[cell] = no_applicant_limit(per_vacancy);
  if (per_vacancy <= 0) {
    std::ranges::fill(words, taken);
    return;
  }
  const auto number = static_cast<std::uint32_t>(cell);
  fill_draws(world.luck, {Stream::background_vacancy, draw_month(world), number}, 0, words);
}

/// The first of `count` ascending numbers, `stride` apart, that exceeds x; the last if none does.
/// Without branches, because where a draw falls cannot be foreseen.
std::size_t first_above(const double* ascending, std::size_t count, std::size_t stride, double x) {
  std::size_t first = 0;
  while (count > 1) {
    const std::size_t half = count / 2;
    first += ascending[(first + half - 1) * stride] <= x ? half : 0;
    count -= half;
  }
  return first;
}

/// Draws origins of those hired into one market.
class Origins {
 public:
  Origins(World& world, OccupationId occupation)
      : world_(world), weights_(world.balance.weights), occupation_(occupation) {
    cumulate_occupations();
  }

  /// Turns to the market of the occupation in `league`.
  void turn_to(LeagueId league) {
    league_ = league;
    const std::size_t leagues = weights_.cells.leagues;
    const double* arriving = last_line();
    double sum = 0;
    for (std::size_t r = 0; r < leagues; ++r) {
      sum += arriving[r] * weights_.reach(r, league.index());
      by_league_[r] = sum;
    }
  }

  /// The cell at the point u in (0, 1) of all applications to the market.
  std::size_t at(double u) const {
    const Cells& cells = weights_.cells;
    const double x = u * by_league_[cells.leagues - 1];
    const std::size_t r = first_above(by_league_.data(), cells.leagues, 1, x);
    const double rest = x - (r > 0 ? by_league_[r - 1] : 0.0);
    const double y = rest / weights_.reach(r, league_.index());
    const double* column = world_.scratch.origins.data() + r;
    return first_above(column, cells.occupations, cells.leagues, y) * cells.leagues + r;
  }

 private:
  /// Sums proximity x applications sent over the occupations, league by league; the last line is
  /// what arrives.
  void cumulate_occupations() {
    const std::size_t leagues = weights_.cells.leagues;
    std::vector<double>& lines = world_.scratch.origins;
    const std::vector<double>& sent = world_.scratch.flows.sent;
    lines.resize(weights_.cells.count());
    for (std::size_t i = 0; i < weights_.cells.occupations; ++i) {
      const double proximity = weights_.proximity_into(occupation_.index(), i);
      const std::size_t line = i * leagues;
      for (std::size_t r = 0; r < leagues; ++r) {
        const double before = i > 0 ? lines[line - leagues + r] : 0.0;
        lines[line + r] = before + proximity * sent[line + r];
      }
    }
  }

  const double* last_line() const {
    return world_.scratch.origins.data() + weights_.cells.count() - weights_.cells.leagues;
  }

  World& world_;
  const MarketWeights& weights_;
  OccupationId occupation_;
  LeagueId league_;
  std::array<double, most_leagues> by_league_;
};

/// Takes one unemployed person of a drawn origin off the stock; false if all draws met empty ones.
bool take_unemployed(World& world, const Origins& origins, std::size_t cell, std::uint32_t slot) {
  const auto cells = static_cast<std::uint32_t>(world.market.cells.count());
  std::uint32_t word = world.scratch.origin_words[world.scratch.first_vacancy[cell] + slot];
  for (std::uint32_t attempt = 1;; ++attempt) {
    std::int32_t& stock = world.market.background_unemployed[origins.at(unit_interval(word))];
    if (stock > 0) {
      --stock;
      return true;
    }
    if (attempt == most_origin_draws) return false;
    word = draw(world.luck, Stream::background_hire_origin, slot, draw_month(world),
                static_cast<std::uint32_t>(cell) + attempt * cells);
  }
}

void hire_in_cell(World& world, const Origins& origins, std::size_t cell) {
  MarketScratch& s = world.scratch;
  const std::span<const std::uint32_t> words = of_cell(s, s.words, cell);
  const std::uint32_t limit = s.no_applicant_below[cell];
  fill_draws(world.luck,
             {Stream::background_hire_origin, draw_month(world), static_cast<std::uint32_t>(cell)},
             0, of_cell(s, s.origin_words, cell));
  std::int32_t hired = 0;
  for (std::uint32_t slot = 0; slot < words.size(); ++slot) {
    if (words[slot] < limit) continue;
    hired += take_unemployed(world, origins, cell, slot) ? 1 : 0;
  }
  world.market.background_employed[cell] += hired;
  world.market.vacancies[cell] -= hired;
  const LeagueId league = world.market.cells.league(cell);
  world.tallies.background[league.index()][BackgroundItem::hired] += hired;
}

}  // namespace

std::uint32_t no_applicant_limit(double per_vacancy) {
  return std::max(threshold(exp2_fixed(-per_vacancy * std::numbers::log2e)), taken + 1);
}

double best_background_key(std::uint32_t word, double per_vacancy, double hiring_weight) {
  const bool nobody = per_vacancy <= 0 || word < no_applicant_limit(per_vacancy);
  if (nobody) return std::numeric_limits<double>::infinity();
  // The limit is rounded to a whole word, so the logarithm's argument may fall to 0 or just below.
  const double share = 1 + ln_fixed(unit_interval(word)) / per_vacancy;
  return -log2_fixed(std::max(share, std::numeric_limits<double>::min())) / hiring_weight;
}

void draw_background(World& world) {
  MarketScratch& s = world.scratch;
  const Market& market = world.market;
  s.vacancies.assign(market.vacancies.begin(), market.vacancies.end());
  s.unemployed.assign(market.background_unemployed.begin(), market.background_unemployed.end());
  set_flows(world.balance.weights, {s.vacancies, s.unemployed},
            world.settings().search.search_intensity, s.flows);
  lay_out_vacancies(world);
  s.no_applicant_below.resize(market.cells.count());
  for (std::size_t cell = 0; cell < market.cells.count(); ++cell) draw_words(world, cell);
}

void keep_from_background(MarketScratch& scratch, std::size_t position) {
  scratch.words[position] = taken;
}

void hire_background(World& world) {
  const Cells& cells = world.market.cells;
  for (std::size_t o = 0; o < cells.occupations; ++o) {
    const OccupationId occupation{o};
    if (!world.balance.weights.is_open_to_background(cells(occupation, LeagueId{0}))) continue;
    Origins origins(world, occupation);
    for (std::size_t r = 0; r < cells.leagues; ++r) {
      const std::size_t cell = cells(occupation, LeagueId{r});
      if (world.market.vacancies[cell] == 0) continue;
      origins.turn_to(LeagueId{r});
      hire_in_cell(world, origins, cell);
    }
  }
}

}  // namespace jtsim::agents
