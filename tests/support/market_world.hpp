// A region for tests of the labour market: three leagues, a background in balance, no two cells
// alike.
#pragma once

#include "tests/support/small_world.hpp"

/// On `small_inputs()`: leagues north, south and west; occupations of other proximities one way
/// than the other, and leagues likewise; populations and pay differ. About 100,000 background
/// employed and 3,000 registered unemployed.
jtsim::agents::Inputs market_inputs();

/// The same where everybody without work applies every month, for a post of whatever pay.
jtsim::agents::Inputs eager_inputs();

/// A world in the balance of its background, together with what it refers to.
struct MarketWorld {
  jtsim::agents::Inputs inputs;
  jtsim::agents::Balance balance;
  jtsim::agents::World world;

  explicit MarketWorld(jtsim::agents::Inputs given = market_inputs(), jtsim::Luck luck = {1, 0});

  /// Sets the background's stocks and vacancies as the matching of the first month meets them on
  /// average: after the separations of the month.
  void reset_market();
};

/// Gives a clerk's post in the first league, of some form and at half the mean mining pay, to a
/// worker without one; a regular post is opened for it.
void employ(jtsim::agents::World& world, jtsim::Row row, jtsim::agents::Form form);

/// Expected separations of a month by cell.
std::vector<double> expected_separations(const jtsim::agents::Balance& balance);

/// Distance of `observed` from `expected` in standard deviations. A test that allows 5 either way
/// fails by chance once in 1.7 million.
double deviations(double observed, double expected, double standard_deviation);
inline constexpr double allowed_deviations = 5;
