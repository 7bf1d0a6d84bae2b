// Money as whole fen (1/100 yuan) in constant prices of 2020.
#pragma once

#include <cstdint>

namespace jtsim {

/// Whole fen in constant prices of the scenario's price year.
using Fen = std::int64_t;

inline constexpr Fen fen_per_yuan = 100;

/// Rounds half away from zero; amounts stay far below 2^53.
constexpr Fen fen_from_yuan(double yuan) {
  const double fen = yuan * static_cast<double>(fen_per_yuan);
  return static_cast<Fen>(fen < 0 ? fen - 0.5 : fen + 0.5);
}

constexpr double yuan_from_fen(Fen fen) {
  return static_cast<double>(fen) / static_cast<double>(fen_per_yuan);
}

}  // namespace jtsim
