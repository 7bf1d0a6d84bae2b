// Draws the workers of the kind `markov` and moves them block by block.
#include "agents/markov.hpp"

#include <algorithm>

#include "base/error.hpp"

namespace jtsim::agents {

namespace {

/// The upper ends of consecutive intervals of a word, from 0 on, with the given probabilities.
template <std::size_t count>
std::array<std::uint32_t, count> cumulated(const std::array<double, count>& probabilities) {
  std::array<std::uint32_t, count> bounds{};
  double sum = 0;
  for (std::size_t i = 0; i < count; ++i) {
    sum += probabilities[i];
    bounds[i] = threshold(sum);
  }
  return bounds;
}

/// The number of bounds at or below the word: the interval it lies in.
template <std::size_t count>
std::size_t interval_of(std::uint32_t word, const std::array<std::uint32_t, count>& bounds) {
  std::size_t passed = 0;
  for (const std::uint32_t bound : bounds) passed += static_cast<std::size_t>(word >= bound);
  return passed;
}

/// Draws a group from one word; the shares sum to 1, and the last takes what rounding leaves.
template <class Enum>
class GroupDraw {
 public:
  explicit GroupDraw(const EnumArray<Enum, double>& shares) {
    std::array<double, others> all_but_last;
    std::copy_n(shares.begin(), others, all_but_last.begin());
    bounds_ = cumulated(all_but_last);
  }
  Enum operator()(std::uint32_t word) const {
    return static_cast<Enum>(interval_of(word, bounds_));
  }

 private:
  static constexpr std::size_t others = enum_size<Enum> - 1;
  std::array<std::uint32_t, others> bounds_;
};

/// The states other than `from`, in their order.
MarkovState other_state(MarkovState from, std::size_t position) {
  const std::size_t skip = static_cast<std::size_t>(position >= index_of(from));
  return static_cast<MarkovState>(position + skip);
}

/// The probabilities of a row without the own state.
std::array<double, enum_size<MarkovState> - 1> to_others(
    MarkovState from, const EnumArray<MarkovState, double>& row) {
  std::array<double, enum_size<MarkovState> - 1> others;
  for (std::size_t i = 0; i < others.size(); ++i) others[i] = row[other_state(from, i)];
  return others;
}

/// Adds the moves of one block of workers to those of the others.
void add(const MarkovMoves& moves, MarkovMonth& month, MarkovStock& stock) {
  for (const MarkovState from : all_of_enum<MarkovState>()) {
    for (const MarkovState to : all_of_enum<MarkovState>()) {
      const std::int32_t persons = moves[from][to];
      month.moves[from][to] += persons;
      stock[from] -= persons;
      stock[to] += persons;
    }
  }
}

}  // namespace

std::size_t MarkovRates::band_of(int age_years) const {
  const auto above = std::ranges::upper_bound(age_from_years, age_years);
  expect(above != age_from_years.begin(), "nobody is younger than the first age band");
  return static_cast<std::size_t>(above - age_from_years.begin()) - 1;
}

MarkovPopulation::MarkovPopulation(const MarkovInputs& inputs, Luck luck, VectorLevel level)
    : luck_(luck), level_(level), start_(inputs.start), end_(inputs.end), now_(inputs.start) {
  const MarkovSettings& settings = inputs.settings;
  const auto workers = static_cast<std::size_t>(settings.workers);
  birth_.resize(workers);
  education_.resize(workers);
  state_.resize(workers);
  parallel_blocks(workers, scan_block_size,
                  [&](const Block& block) { draw_block(block, settings); });
  for (const MarkovState state : all_of_enum<MarkovState>())
    stock_[state] = static_cast<std::int32_t>(std::ranges::count(state_, state));

  const int oldest_months = (settings.oldest_age_years + 1) * Month::per_year + (end_ - start_);
  band_of_age_.resize(static_cast<std::size_t>(oldest_months));
  for (int age = settings.youngest_age_years * Month::per_year; age < oldest_months; ++age) {
    const std::size_t band = inputs.rates.band_of(age / Month::per_year);
    band_of_age_[static_cast<std::size_t>(age)] = static_cast<std::uint8_t>(band);
  }
  set_bounds(inputs.rates);
}

void MarkovPopulation::set_bounds(const MarkovRates& rates) {
  for (const auto& band : rates.bands) {
    BandBounds& bounds = bounds_.emplace_back();
    for (const Education education : all_of_enum<Education>()) {
      for (const MarkovState from : all_of_enum<MarkovState>()) {
        bounds[education][from] = cumulated(to_others(from, band[education][from]));
        largest_bound_ = std::max(largest_bound_, bounds[education][from].back());
      }
    }
  }
}

void MarkovPopulation::draw_block(const Block& block, const MarkovSettings& settings) {
  const GroupDraw<MarkovState> state_from(settings.initial_shares.by_state());
  const GroupDraw<Education> education_from(settings.education_shares.by_education());
  const int youngest_months = settings.youngest_age_years * Month::per_year;
  const auto ages = static_cast<std::uint32_t>((settings.oldest_age_years + 1) * Month::per_year -
                                               youngest_months);

  std::array<std::uint32_t, scan_block_size> buffer;
  const std::span<std::uint32_t> words = std::span(buffer).first(block.end - block.begin);
  const auto draw_all = [&](Stream stream, auto& column, auto&& from_word) {
    fill_draws(luck_, {stream, 0}, static_cast<std::uint32_t>(block.begin), words, level_);
    for (std::size_t i = 0; i < words.size(); ++i) column[block.begin + i] = from_word(words[i]);
  };
  draw_all(Stream::markov, state_, state_from);
  draw_all(Stream::initial_education, education_, education_from);
  draw_all(Stream::initial_birth, birth_, [&](std::uint32_t word) {
    return start_ - youngest_months - static_cast<int>(uniform_below(ages, word));
  });
}

std::vector<MarkovMonth> MarkovPopulation::advance(int months) {
  expect(months >= 0 && months <= end_ - now_, "months within the run");
  const auto count = static_cast<std::size_t>(months);
  std::vector<MarkovMoves> moves(block_count(state_.size(), scan_block_size) * count);
  parallel_blocks(state_.size(), scan_block_size, [&](const Block& block) {
    move_block(block, std::span(moves).subspan(block.index * count, count));
  });

  std::vector<MarkovMonth> result(count);
  for (std::size_t m = 0; m < count; ++m) {
    now_ = now_ + 1;
    result[m].month = now_;
    for (std::size_t at = m; at < moves.size(); at += count) add(moves[at], result[m], stock_);
    result[m].stock = stock_;
  }
  return result;
}

void MarkovPopulation::move_block(const Block& block, std::span<MarkovMoves> months) {
  Month month = now_;
  for (MarkovMoves& moves : months) {
    month = month + 1;
    move_month(block, month, moves);
  }
}

void MarkovPopulation::move_month(const Block& block, Month month, MarkovMoves& moves) {
  std::array<std::uint32_t, scan_block_size> buffer;
  std::array<std::uint32_t, scan_block_size> hits;
  const std::span<std::uint32_t> words = std::span(buffer).first(block.end - block.begin);
  fill_draws(luck_, {Stream::markov, draw_month(month)}, static_cast<std::uint32_t>(block.begin),
             words, level_);
  const std::size_t candidates = select_below(words, largest_bound_, hits, level_);

  // Whether each candidate's word is below the own bound is a coin toss that no branch predicts.
  std::size_t movers = 0;
  for (std::size_t c = 0; c < candidates; ++c) {
    const std::uint32_t i = hits[c];
    hits[movers] = i;
    movers += static_cast<std::size_t>(words[i] < bounds_of(block.begin + i, month - 1).back());
  }
  for (const std::uint32_t i : std::span(hits).first(movers)) {
    const std::size_t row = block.begin + i;
    const MarkovState from = state_[row];
    const MarkovState to = other_state(from, interval_of(words[i], bounds_of(row, month - 1)));
    ++moves[from][to];
    state_[row] = to;
  }
}

void book(const MarkovMonth& month, Tallies& tallies) {
  expect(tallies.stock.size() == 1, "the kind `markov` has one region");
  if (month.month.month_of_year() == 1) tallies.flow = {};
  for (const MarkovState from : all_of_enum<MarkovState>()) {
    tallies.stock.front()[state_of_markov[from]] = month.stock[from];
    auto& flow = tallies.flow[index_of(state_of_markov[from])];
    for (const MarkovState to : all_of_enum<MarkovState>())
      flow[index_of(state_of_markov[to])] += month.moves[from][to];
  }
}

}  // namespace jtsim::agents
