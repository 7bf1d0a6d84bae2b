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
  s.league_words.resize(position);
  s.occupation_words.resize(position);
  s.slots.resize(position);
  s.is_taken.resize(position);
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

/// Lists of limits have a length that is a multiple of it, so that vector instructions count them
/// without a rest.
constexpr std::size_t limits_per_group = 4;
/// Longer lists are halved first.
constexpr std::size_t counted_through = 64;

constexpr std::size_t padded(std::size_t count) {
  return (count + limits_per_group - 1) / limits_per_group * limits_per_group;
}

/// Cumulated shares as limits of a random word: a word takes the first share whose limit exceeds
/// it.
class Limits {
 public:
  /// `list` has a padded length; `total` is the sum of all weights that will be added.
  Limits(std::span<std::uint32_t> list, double total)
      : list_(list), words_per_weight_(total > 0 ? 0x1p32 / total : 0.0) {
    std::ranges::fill(list_, largest);
  }

  void add(double weight) {
    sum_ += weight;
    const auto limit = static_cast<std::uint64_t>(sum_ * words_per_weight_);
    list_[count_++] = static_cast<std::uint32_t>(std::min<std::uint64_t>(limit, largest));
  }

 private:
  static constexpr std::uint32_t largest = std::numeric_limits<std::uint32_t>::max();

  std::span<std::uint32_t> list_;
  double words_per_weight_;
  double sum_ = 0;
  std::size_t count_ = 0;
};

/// Index of the share that `word` takes among `count`. Without branches on the word, because where
/// it falls cannot be foreseen.
std::size_t share_of_word(std::span<const std::uint32_t> limits, std::size_t count,
                          std::uint32_t word) {
  const std::uint32_t* first = limits.data();
  std::size_t groups = limits.size() / limits_per_group;
  while (groups * limits_per_group > counted_through) {
    const std::size_t half = groups / 2;
    const bool beyond = first[half * limits_per_group - 1] <= word;
    first += half * limits_per_group * static_cast<std::size_t>(beyond);
    groups -= half;
  }
  std::uint32_t passed = 0;
  for (std::size_t k = 0; k < groups * limits_per_group; ++k) passed += first[k] <= word ? 1 : 0;
  const auto skipped = static_cast<std::size_t>(first - limits.data());
  return std::min(skipped + passed, count - 1);
}

/// Draws the origins of those hired into the markets of one occupation: first the league, then the
/// occupation, each in proportion to the applications sent from there.
class Origins {
 public:
  Origins(World& world, OccupationId occupation)
      : weights_(world.balance.weights),
        flows_(world.scratch.flows),
        occupation_(occupation),
        line_(padded(weights_.cells.occupations)),
        occupations_(world.scratch.origin_limits),
        used_leagues_(padded(weights_.cells.leagues)) {
    const Cells& cells = weights_.cells;
    occupations_.resize(cells.leagues * line_);
    for (std::size_t r = 0; r < cells.leagues; ++r) {
      Limits limits{std::span(occupations_).subspan(r * line_, line_), arriving(r)};
      for (std::size_t i = 0; i < cells.occupations; ++i) {
        limits.add(weights_.proximity_into(occupation.index(), i) *
                   flows_.sent[i * cells.leagues + r]);
      }
    }
  }

  /// Turns to the market in `league`.
  void turn_to(LeagueId league) {
    const std::size_t cell = weights_.cells(occupation_, league);
    Limits limits{std::span(leagues_).first(used_leagues_), flows_.per_pull[cell]};
    for (std::size_t r = 0; r < weights_.cells.leagues; ++r) {
      limits.add(arriving(r) * weights_.reach_into(league.index(), r));
    }
  }

  std::size_t cell(std::uint32_t league_word, std::uint32_t occupation_word) const {
    const Cells& cells = weights_.cells;
    const std::size_t r =
        share_of_word(std::span(leagues_).first(used_leagues_), cells.leagues, league_word);
    const auto limits = std::span(occupations_).subspan(r * line_, line_);
    return share_of_word(limits, cells.occupations, occupation_word) * cells.leagues + r;
  }

 private:
  double arriving(std::size_t home) const {
    return flows_.arriving[weights_.cells(occupation_, LeagueId{home})];
  }

  const MarketWeights& weights_;
  const ApplicantFlows& flows_;
  OccupationId occupation_;
  /// Length of one league's list.
  std::size_t line_;
  /// [home league][occupation]
  std::vector<std::uint32_t>& occupations_;
  std::size_t used_leagues_;
  std::array<std::uint32_t, padded(most_leagues)> leagues_;
};

/// The slots whose vacancy has a background applicant, ascending; written to `slots`.
std::span<const std::uint32_t> slots_with_applicant(std::span<const std::uint32_t> words,
                                                    std::uint32_t limit,
                                                    std::span<std::uint32_t> slots) {
  std::size_t found = 0;
  for (std::size_t slot = 0; slot < words.size(); ++slot) {
    slots[found] = static_cast<std::uint32_t>(slot);
    found += static_cast<std::size_t>(words[slot] >= limit);
  }
  return slots.first(found);
}

/// The two words that settle an origin; `number` tells apart the draws of one vacancy.
std::uint32_t origin_number(const World& world, std::size_t cell, std::uint32_t number) {
  return static_cast<std::uint32_t>(cell + number * world.market.cells.count());
}

/// Takes one unemployed person of a drawn origin off the stock; false if all draws met empty ones.
bool take_unemployed(World& world, const Origins& origins, std::size_t cell, std::uint32_t slot) {
  const MarketScratch& s = world.scratch;
  const std::size_t position = s.first_vacancy[cell] + slot;
  std::size_t origin = origins.cell(s.league_words[position], s.occupation_words[position]);
  for (std::uint32_t attempt = 1; attempt < most_origin_draws; ++attempt) {
    if (world.market.background_unemployed[origin] > 0) break;
    const auto word = [&](std::uint32_t number) {
      return draw(world.luck, Stream::background_hire_origin, slot, draw_month(world),
                  origin_number(world, cell, number));
    };
    origin = origins.cell(word(2 * attempt), word(2 * attempt + 1));
  }
  std::int32_t& stock = world.market.background_unemployed[origin];
  if (stock == 0) return false;
  --stock;
  return true;
}

/// First draws of the origins of a cell's hires, one pair of words for every vacancy.
void draw_origin_words(World& world, std::size_t cell) {
  MarketScratch& s = world.scratch;
  Occasion occasion{Stream::background_hire_origin, draw_month(world),
                    origin_number(world, cell, 0)};
  fill_draws(world.luck, occasion, 0, of_cell(s, s.league_words, cell));
  occasion.number = origin_number(world, cell, 1);
  fill_draws(world.luck, occasion, 0, of_cell(s, s.occupation_words, cell));
}

void hire_in_cell(World& world, const Origins& origins, std::size_t cell) {
  MarketScratch& s = world.scratch;
  const std::span<const std::uint32_t> slots = slots_with_applicant(
      of_cell(s, s.words, cell), s.no_applicant_below[cell], of_cell(s, s.slots, cell));
  draw_origin_words(world, cell);
  std::int32_t hired = 0;
  for (const std::uint32_t slot : slots)
    hired += take_unemployed(world, origins, cell, slot) ? 1 : 0;
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

void meet_background(World& world, const Application& best, std::size_t position) {
  MarketScratch& s = world.scratch;
  if (s.flows.per_vacancy[best.cell] <= 0) return;
  s.words[position] = draw(world.luck, Stream::background_rival, best.id, draw_month(world));
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
