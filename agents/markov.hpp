// The scenario kind `markov`: workers who move between five states by fixed monthly probabilities
// and never meet.
//
// Nothing couples the workers, so everything about it is known in closed form: it tests the engine,
// and measures the speed of its detection of events alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "agents/markov_settings.hpp"
#include "agents/tallies.hpp"
#include "base/hazard_scan.hpp"
#include "base/month.hpp"
#include "base/parallel.hpp"
#include "base/random.hpp"

namespace jtsim::agents {

/// Probabilities of a month by state, age and education.
struct MarkovRates {
  /// [from][to]; from == to is 0: who does not move stays. A row sums to at most 1.
  using Matrix = EnumArray<MarkovState, EnumArray<MarkovState, double>>;

  /// Completed years of age from which each band holds, ascending; the last is open.
  std::vector<int> age_from_years;
  /// [band]
  std::vector<EnumArray<Education, Matrix>> bands;

  /// The band of an age, at or above the first.
  std::size_t band_of(int age_years) const;
};

/// All that a run of this kind reads. No worker is younger than the first age band.
struct MarkovInputs {
  Month start;
  Month end;
  MarkovSettings settings;
  MarkovRates rates;
};

using MarkovStock = EnumArray<MarkovState, std::int32_t>;
/// [from][to] persons
using MarkovMoves = EnumArray<MarkovState, EnumArray<MarkovState, std::int32_t>>;

/// What happened in a month, and where everybody is at its end.
struct MarkovMonth {
  Month month;
  MarkovMoves moves{};
  MarkovStock stock{};
};

/// One replicate of the kind `markov`: 4 bytes a worker.
///
/// One word a month, draw(luck, Stream::markov, worker, month), decides whether a worker moves and
/// where to: the states other than the present one, in their order, take consecutive intervals of
/// the word from 0 on, each as wide as its probability; beyond them the worker stays. Probabilities
/// are exact to 2^-32. Age and state are those at the end of the month before.
///
/// Blocks of workers run in parallel and go through several months while they sit in the cache. The
/// result depends neither on the number of threads nor on `level`.
class MarkovPopulation {
 public:
  /// Draws the workers of the first month.
  MarkovPopulation(const MarkovInputs& inputs, Luck luck, VectorLevel level = best_vector_level());

  Month now() const { return now_; }
  const MarkovStock& stock() const { return stock_; }

  /// Lets `months` months pass, not beyond the end of the inputs; returns them one by one.
  std::vector<MarkovMonth> advance(int months);

  std::span<const MarkovState> states() const { return state_; }
  std::span<const Education> educations() const { return education_; }
  std::span<const Month> births() const { return birth_; }

 private:
  /// The upper ends of the intervals of the word that lead to each other state, in their order.
  using Bounds = std::array<std::uint32_t, enum_size<MarkovState> - 1>;
  using BandBounds = EnumArray<Education, EnumArray<MarkovState, Bounds>>;

  void set_bounds(const MarkovRates& rates);
  void draw_block(const Block& block, const MarkovSettings& settings);
  void move_block(const Block& block, std::span<MarkovMoves> months);
  void move_month(const Block& block, Month month, MarkovMoves& moves);
  const Bounds& bounds_of(std::size_t row, Month month) const {
    const auto age_months = static_cast<std::size_t>(month - birth_[row]);
    return bounds_[band_of_age_[age_months]][education_[row]][state_[row]];
  }
  std::uint16_t draw_month(Month month) const { return static_cast<std::uint16_t>(month - start_); }

  Luck luck_;
  VectorLevel level_;
  Month start_;
  Month end_;
  Month now_;
  std::vector<Month> birth_;
  std::vector<Education> education_;
  std::vector<MarkovState> state_;
  MarkovStock stock_{};
  /// By months of age up to the oldest worker's age at the end.
  std::vector<std::uint8_t> band_of_age_;
  /// [band]
  std::vector<BandBounds> bounds_;
  /// No word at or above it moves anybody.
  std::uint32_t largest_bound_ = 0;
};

/// Books a month in the tallies of a run with one region, `stock` of length 1: stocks of its end,
/// flows added to those of the calendar year.
void book(const MarkovMonth& month, Tallies& tallies);

}  // namespace jtsim::agents
