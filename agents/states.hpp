// What follows from a state: employed or not, its sector, its headline group; and the age bands.
#pragma once

#include <array>
#include <string_view>

#include "agents/enum_labels.hpp"

namespace jtsim::agents {

/// Where a flow starts: a state, or outside the model.
inline constexpr std::size_t from_entrant = enum_size<State>;
inline constexpr std::string_view entrant_identifier = "entrant";

inline constexpr std::size_t horizon_count = 4;
/// Months after displacement at which destinations are read.
inline constexpr std::array<int, horizon_count> horizons_months{0, 12, 36, 60};
/// Spells, first work and paired figures are watched for so many months, that of displacement
/// included.
inline constexpr int watched_months = horizons_months.back();

/// Any employment: platform work, self-employment and public posts included.
constexpr bool is_work(Destination destination) { return destination <= Destination::public_post; }

constexpr bool is_employed(State state) { return state <= State::employed_other_secondary; }
/// At work here or, exported by contract, elsewhere.
constexpr bool is_placed(State state) { return is_employed(state) || state == State::left_region; }
constexpr bool is_unemployed(State state) {
  return state == State::unemployed || state == State::in_training;
}
/// At work or looking for it.
constexpr bool is_active(State state) { return is_employed(state) || is_unemployed(state); }
constexpr State employed_in(Sector sector) { return static_cast<State>(index_of(sector)); }
constexpr Sector sector_of(State employed) { return static_cast<Sector>(index_of(employed)); }

constexpr Headline headline_of(State state) {
  switch (state) {
    case State::employed_mining:
      return Headline::mining;
    case State::employed_new_energy:
      return Headline::new_energy;
    case State::employed_tertiary:
      return Headline::tertiary;
    case State::employed_primary:
      return Headline::primary;
    case State::employed_other_secondary:
      return Headline::other_secondary;
    case State::unemployed:
    case State::in_training:
      return Headline::unemployment;
    case State::internal_retired:
    case State::retired:
      return Headline::retirement;
    case State::out_of_labour_force:
    case State::left_region:
    case State::dead:
      return Headline::outside;
  }
  return Headline::outside;
}

inline constexpr int oldest_band_age = 60;
/// The band of an age in completed years; below 16 counts as the first band.
constexpr AgeBand age_band_of(int years) {
  constexpr std::array<int, 6> upper{25, 35, 45, 50, 55, oldest_band_age};
  std::size_t band = 0;
  while (band < upper.size() && years >= upper[band]) ++band;
  return static_cast<AgeBand>(band);
}

}  // namespace jtsim::agents
