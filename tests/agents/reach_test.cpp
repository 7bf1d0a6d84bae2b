// Readiness to move: nothing lost nearby, the formula beyond, and what ethnicity adds.
#include "agents/reach.hpp"

#include <cmath>

#include <doctest/doctest.h>

#include "tests/support/market_world.hpp"

using namespace jtsim;
using namespace jtsim::agents;

TEST_CASE("a league and all within the commuting radius are reached without loss") {
  const Inputs inputs = market_inputs();  // south and west are 50 km apart, the radius is 60 km
  const Matrix matrix = reach(inputs, 0.5);
  for (std::size_t r = 0; r < 3; ++r) CHECK(matrix(r, r) == 1);
  CHECK(matrix(1, 2) == 1);
  CHECK(matrix(2, 1) == 1);
  CHECK(matrix(0, 1) < 1);
}

TEST_CASE("reach beyond is relocation share times exp of minus distance over scale") {
  Inputs inputs = market_inputs();
  inputs.settings.search.relocation_share = 0.2;
  inputs.settings.search.distance_scale_km = 100;
  const Matrix matrix = reach(inputs, 0.5);
  CHECK(matrix(0, 1) == doctest::Approx(0.2 * std::exp(-1.2) * 0.5).epsilon(1e-14));
  CHECK(matrix(2, 0) == doctest::Approx(0.2 * std::exp(-2.0) * 0.5).epsilon(1e-14));
}

TEST_CASE("reach keeps the direction of an uneven distance table") {
  Inputs inputs = market_inputs();
  inputs.tables.distance_km(0, 2) = 40;  // a one-way shuttle
  const Matrix matrix = reach(inputs, neutral_attachment);
  CHECK(matrix(0, 2) == 1);
  CHECK(matrix(2, 0) < 1);
}

TEST_CASE("ethnicity effect scales attachment between none and the table") {
  Inputs inputs = market_inputs();
  const EthnicityId mongol{1};
  inputs.tables.ethnicities[1].attachment = 0.6;
  inputs.settings.matching.ethnicity_effect = 1;
  CHECK(effective_attachment(inputs, mongol) == 0.6);
  inputs.settings.matching.ethnicity_effect = 0.5;
  CHECK(effective_attachment(inputs, mongol) == 0.8);
  inputs.settings.matching.ethnicity_effect = 0;
  CHECK(effective_attachment(inputs, mongol) == neutral_attachment);
}
