// Folds the angle into a quarter turn and sums the power series there.
#include "base/sine.hpp"

#include <cmath>
#include <numbers>

namespace jtsim {

namespace {

/// sin(a) for a in [0, pi/2]. The first term left out, a^23/23!, is below 2e-18.
double series(double a) {
  constexpr int last_power = 21;
  const double square = a * a;
  double sum = 1;
  for (int power = last_power; power >= 3; power -= 2)
    sum = 1 - sum * square / (power * (power - 1));
  return a * sum;
}

}  // namespace

double sine_of_turns(double x) {
  constexpr double quarter = 0.25;
  constexpr double half = 0.5;
  double turn = x - std::floor(x);
  const bool lower_half = turn >= half;
  if (lower_half) turn -= half;
  if (turn > quarter) turn = half - turn;
  const double value = series(2 * std::numbers::pi * turn);
  return lower_half ? -value : value;
}

}  // namespace jtsim
